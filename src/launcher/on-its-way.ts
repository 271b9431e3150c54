import type { LauncherState } from '../core/view/launcher.ts';
import { holdLine, type Line } from '../platform/messages.ts';
import type { ViewStore } from './view-store.ts';

/**
 * Holds a line to the worker while a launch waits for its page to be read or looked at once more. If the view
 * closes meanwhile, nothing is launched. The worker notices that by the line and tells the person, who had
 * pressed `Launch`.
 */
export function watchLaunch(tabId: number, store: ViewStore, closed: AbortSignal): void {
  let line: Line | undefined;
  const look = (): void => {
    if (closed.aborted) return;
    if (isOnItsWay(store.get())) {
      line ??= holdLine(tabId);
    } else {
      line?.done();
      line = undefined;
    }
  };
  store.subscribe(look);
  closed.addEventListener('abort', () => line?.drop());
  look();
}

function isOnItsWay(state: LauncherState | undefined): boolean {
  const step = state?.launching?.step;
  return step === 'held' || step === 'checking';
}
