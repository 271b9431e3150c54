import { useSyncExternalStore } from 'react';
import { Launcher } from '../ui/shell/Launcher.tsx';
import { useLauncherOfActiveTab } from './use-launcher.ts';

const nothing = { subscribe: () => () => {}, facts: () => undefined };

/** The launcher beside the page, on the tab in front. */
export function SidePanel() {
  const launcher = useLauncherOfActiveTab();
  const { subscribe, facts } = launcher ?? nothing;
  const shown = useSyncExternalStore(subscribe, facts);
  if (launcher === undefined || shown === undefined) return null;
  return <Launcher facts={shown} actions={launcher} />;
}
