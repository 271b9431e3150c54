import { z } from '../../core/base/zod.ts';
import { connectionCheckSchema } from '../../core/session/connection-check.ts';
import { stored } from './stored.ts';

/** What the last check of a connection found so far. */
export const connectionCheckOf = (connectionKey: string) =>
  stored('session', `check ${connectionKey}`, z.optional(connectionCheckSchema), undefined);
