import type { ReactNode } from 'react';
import { LockedMark } from './Section.tsx';

/** A field that the organization may have set: then it is shown, and not to be changed. */
export function Lockable({ locked, children }: { locked: boolean; children: ReactNode }) {
  return (
    <fieldset className="lockable" disabled={locked}>
      {children}
      {locked && <LockedMark />}
    </fieldset>
  );
}
