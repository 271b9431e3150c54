import { useSyncExternalStore } from 'react';
import type { Desk } from '../core/desk.ts';
import { Launcher } from '../ui/Launcher.tsx';

/** The launcher, drawn from the desk as it changes. */
export function Popup({ desk }: { desk: Desk }) {
  const facts = useSyncExternalStore(desk.subscribe, desk.facts);
  return facts === undefined ? null : <Launcher facts={facts} actions={desk} />;
}
