import { useSyncExternalStore } from 'react';
import type { OpenLauncher } from '../core/view/launcher.ts';
import { Launcher } from '../ui/shell/Launcher.tsx';

/** The launcher, drawn from the launcher as it changes. */
export function Popup({ launcher }: { launcher: OpenLauncher }) {
  const facts = useSyncExternalStore(launcher.subscribe, launcher.facts);
  return facts === undefined ? null : <Launcher facts={facts} actions={launcher} />;
}
