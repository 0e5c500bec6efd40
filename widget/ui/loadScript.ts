declare global {
  interface HTMLElementEventMap {
    /** A loaded script hands over what it is for. */
    noticeboard: CustomEvent;
  }
}

/** What is had when first asked for, and asked for again after a failure. */
export function once<T>(get: () => Promise<T>): () => Promise<T> {
  let got: Promise<T> | undefined;
  return () => {
    if (got) return got;
    got = get();
    got.catch(() => {
      got = undefined;
    });
    return got;
  };
}

/**
 * A script that is loaded when first asked for, and again after a failure. It comes through a script tag, because
 * `import()` would tell the hub the CRM's origin. Rejects when it cannot be had, be it for the network or a policy.
 */
export function chunk<T>(url: string): () => Promise<T> {
  return once(
    () =>
      new Promise<T>((resolve, reject) => {
        const script = document.createElement('script');
        script.referrerPolicy = 'no-referrer';
        script.src = url;
        script.addEventListener('noticeboard', ({ detail }) => resolve(detail));
        // After a handover this comes too late to matter.
        script.onload = script.onerror = reject;
        document.head.append(script);
      }),
  );
}

/** The other end, for the script that is loaded: gives what it is for to whoever loads it, and leaves no global behind. */
export function handOver(value: unknown): void {
  document.currentScript?.dispatchEvent(new CustomEvent('noticeboard', { detail: value }));
}

/** The address of a script that lies beside the one at that address, of the same release: the query says which. */
export function beside(file: string, script: string): string {
  return script.replace(/[^/]+\.js($|\?)/, `${file}$1`);
}

/** Where the script that runs came from; to be asked while it runs for the first time. */
export function scriptAddress(): string {
  return document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';
}
