import { connectionCheckSchema } from '../../core/session/check-lines.ts';
import { perConnection, personal } from '../store/stored.ts';

/** What the last check of a connection found so far. */
export const connectionCheckOf = perConnection(
  'session',
  'check',
  connectionCheckSchema,
  undefined,
  personal,
);
