import type { ViewStore } from './view-store.ts';

/** How long a launch that is looked at once more may take before the view draws that, in milliseconds. */
const unseen = 50;

/**
 * Calls a listener that draws a view, when there is something else to draw. That a launch is looked at once more, and
 * that it has left, is drawn only if nothing comes of it for a while: before that no person would see it, and drawing
 * takes the time that the launch needs.
 */
export function onDrawn(store: ViewStore, draw: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasChecking = false;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    draw();
  };
  const unsubscribe = store.subscribe(() => {
    const { launching, notice } = store.get() ?? {};
    const isChecking = launching?.step === 'checking';
    const begins = isChecking && !wasChecking;
    const leaves = wasChecking && launching === undefined && notice === undefined;
    wasChecking = isChecking;
    if (begins || leaves) timer ??= setTimeout(now, unseen);
    else now();
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
