import type { Launching } from '../core/view/launcher.ts';
import type { ViewStore } from './view-store.ts';

/** How long a launch that is looked at once more may take before the view draws that, in milliseconds. */
const unseen = 50;

/**
 * Calls a listener that draws a view, when there is something else to draw. That a launch is looked at once more, and
 * that it has left, is drawn only if nothing comes of it for a while: before that no person would see it, and drawing
 * takes the time that the launch needs. A question, or a countdown with its `Stop`, goes away at once.
 */
export function onDrawn(store: ViewStore, draw: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before: Launching['step'] | undefined;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    draw();
  };
  const unsubscribe = store.subscribe(() => {
    const { launching, notice } = store.get() ?? {};
    const step = launching?.step;
    const begins = before === undefined && step === 'checking';
    const leaves = before === 'checking' && step === undefined && notice === undefined;
    before = step;
    if (begins || leaves) timer ??= setTimeout(now, unseen);
    else now();
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
