import { useSyncExternalStore } from 'react';
import { Launcher } from '../ui/Launcher.tsx';
import { useDeskOfActiveTab } from './use-desk.ts';

const nothing = { subscribe: () => () => {}, facts: () => undefined };

/** The launcher beside the page, on the tab in front. */
export function SidePanel() {
  const desk = useDeskOfActiveTab();
  const { subscribe, facts } = desk ?? nothing;
  const shown = useSyncExternalStore(subscribe, facts);
  if (desk === undefined || shown === undefined) return null;
  return <Launcher facts={shown} actions={desk} />;
}
