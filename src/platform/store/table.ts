import * as check from '../keys/check.ts';
import * as connection from '../keys/connection.ts';
import * as customer from '../keys/customer.ts';
import * as launch from '../keys/launch.ts';
import * as look from '../keys/look.ts';
import * as settings from '../keys/settings.ts';
import * as tab from '../keys/tab.ts';
import type { Entry } from './stored.ts';

/**
 * The table of everything that is kept: area, name, schema, what it is where it is missing, and whether
 * it is personal, which goes when the person signs out. What belongs to a tab, a connection or a launch
 * goes with it. `local` outlives the browser; `session` ends with it. Pages can read neither:
 * https://developer.chrome.com/docs/extensions/reference/api/storage
 *
 * Its lines lie in files by owner, so that a view loads the schemas of what it reads, and no others.
 */
export const keptEntries: readonly Entry<unknown>[] = [
  settings,
  connection,
  check,
  customer,
  tab,
  launch,
  look,
].flatMap((keys) =>
  Object.values(keys).flatMap((kept) => ('entry' in kept ? [kept.entry as Entry<unknown>] : [])),
);
