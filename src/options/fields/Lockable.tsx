import type { ReactNode } from 'react';
import { LockedMark } from './Section.tsx';

/** A field that a policy may set. Where it does, the person can see the value and not change it. */
export function Lockable({ locked, children }: { locked: boolean; children: ReactNode }) {
  return (
    <fieldset className="lockable" disabled={locked}>
      {children}
      {locked && <LockedMark />}
    </fieldset>
  );
}
