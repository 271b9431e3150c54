import { later } from '../kit/later.ts';

/** The component that explains a failure, loaded when there is one or the browser is idle. */
export const useLauncherFailure = later(
  async () => (await import('./LauncherFailure.tsx')).LauncherFailure,
);
