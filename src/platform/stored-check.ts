import { connectionCheckSchema } from '../core/connection-check.ts';
import { stored } from './storage.ts';

/** What the last check of a connection found so far. */
export const connectionCheckOf = (connectionKey: string) =>
  stored('session', `check ${connectionKey}`, connectionCheckSchema.optional(), undefined);
