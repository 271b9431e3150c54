import { useSyncExternalStore } from 'react';
import type { OpenLauncher } from '../core/view/actions.ts';
import { Launcher } from '../ui/shell/Launcher.tsx';

/** The launcher, drawn as its state changes. */
export function Popup({ launcher }: { launcher: OpenLauncher }) {
  const state = useSyncExternalStore(launcher.subscribe, launcher.state);
  return state === undefined ? null : <Launcher state={state} actions={launcher} />;
}
