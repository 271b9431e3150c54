import { later } from '../kit/later.ts';

/** The alert of a view, once something is to be explained or the page rests. */
export const useLauncherFailure = later(
  async () => (await import('./LauncherFailure.tsx')).LauncherFailure,
);
