declare global {
  interface HTMLElementEventMap {
    /** A loaded script hands over what it is for. */
    noticeboard: CustomEvent;
  }
}

/**
 * A script that is loaded when first asked for, and again after a failure. It comes through a script tag, because
 * `import()` would tell the hub the CRM's origin. Rejects when it cannot be had, be it for the network or a policy.
 */
export function chunk<T>(url: string): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    if (loading) return loading;
    loading = new Promise<T>((resolve, reject) => {
      const script = document.createElement('script');
      script.referrerPolicy = 'no-referrer';
      script.src = url;
      script.addEventListener('noticeboard', ({ detail }) => resolve(detail));
      // After a handover this comes too late to matter.
      script.onload = script.onerror = reject;
      document.head.append(script);
    });
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
}

/** The other end, for the script that is loaded: gives what it is for to whoever loads it, and leaves no global behind. */
export function handOver(value: unknown): void {
  document.currentScript?.dispatchEvent(new CustomEvent('noticeboard', { detail: value }));
}
