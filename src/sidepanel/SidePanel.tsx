import { useSyncExternalStore } from 'react';
import { Launcher } from '../ui/shell/Launcher.tsx';
import { useLauncherOfActiveTab } from './use-launcher.ts';

const nothing = { subscribe: () => () => {}, state: () => undefined };

/** The launcher beside the page, on the tab in front. */
export function SidePanel() {
  const launcher = useLauncherOfActiveTab();
  const { subscribe, state } = launcher ?? nothing;
  const shown = useSyncExternalStore(subscribe, state);
  if (launcher === undefined || shown === undefined) return null;
  return <Launcher state={shown} actions={launcher} />;
}
