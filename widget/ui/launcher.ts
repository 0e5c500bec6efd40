/** What a launcher shows and where it sits. */
export interface LauncherLook {
  readonly label: string;
  readonly dot: boolean;
  readonly side: 'start' | 'end';
  /** Distance of its lower end from the bottom of the window, as a share of the window's height. */
  readonly bottom: number;
}
