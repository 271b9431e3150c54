import type { Migration } from '../base/versions.ts';
import { customerFromInputs } from './customer.ts';

/** How records of launches changed since 0.1.0, whose records say no version. */
export const launchMigrations: readonly Migration[] = [
  {
    on: '2026-11-27',
    to: 2,
    // A record names for whom it is; one from before says so by its inputs only.
    change: (record) => {
      const customer = customerFromInputs(Object(record.inputs));
      return customer === undefined ? { ...record } : { ...record, customer };
    },
  },
];
