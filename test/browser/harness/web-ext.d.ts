/** The part of web-ext that the harness uses; the package brings no types. */
declare module 'web-ext' {
  const webExt: {
    cmd: {
      build(
        parameters: { sourceDir: string; artifactsDir: string; filename: string; overwriteDest: boolean },
        options: { showReadyMessage: boolean },
      ): Promise<{ extensionPath: string }>;
    };
  };
  export default webExt;
}
