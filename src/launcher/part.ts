import type { LauncherState } from '../core/view/launcher.ts';

/** Takes what changed of the state. */
export type Change = (part: Partial<LauncherState>) => void;

/** One stored thing that becomes one part of the state. */
export interface Part {
  read(): Promise<Partial<LauncherState>>;
  onChange(callback: Change, signal: AbortSignal): void;
}
