import { z } from '../../core/base/zod.ts';
import { gatheredSchema } from '../../core/diagnosis/gathered.ts';
import { hasEnded, type Launch, launchSchema, transports } from '../../core/launch/launch.ts';
import { recentLaunchesSchema } from '../../core/launch/recent.ts';
import { clockSchema } from '../../core/launch/trusted-clock.ts';
import { combined, manyOf, one, perLaunch, personal, type Readable } from '../store/stored.ts';

/** The record of one launch, as views follow it. The worker writes it, by way of `launches.ts`. */
export const launchOf = perLaunch('local', 'launch', launchSchema, undefined);

/**
 * The launches that ended last, as they were before everything of the customer's was taken out of their
 * records: in memory only, for the views that show their results.
 */
export const wholeLaunches = one('session', 'whole-launches', z.array(launchSchema), [], personal);

/** A launch as a view shows it: whole while it is in memory. */
export const shownRecordOf = (id: string): Readable<Launch | undefined> =>
  combined(launchOf(id), wholeLaunches, (kept, whole) =>
    kept?.inputsRemoved && hasEnded(kept) ? (whole.find((each) => each.id === id) ?? kept) : kept,
  );

/** A record that could not be read, as it was found. */
export const launchAsideOf = perLaunch('local', 'set-aside launch', z.unknown(), undefined);

/**
 * Ids of open launches, so that a worker that wakes need not read all records.
 * Undefined where the list is missing or damaged, and is to be made anew from the records.
 */
export const openLaunchIds = one('local', 'open-launches', z.array(z.string()), undefined);

/** The clock as it was last seen, so that one that is set wrong deletes no history. */
export const clockSeen = one('local', 'clock', clockSchema, undefined);

/** What was gathered to explain a launch. */
export const evidenceOf = perLaunch('session', 'evidence', gatheredSchema, undefined, personal);

/** What was launched in the last minute. */
export const recentLaunches = one('session', 'lately', recentLaunchesSchema, [], personal);

const transportSchema = z.object({ transport: z.enum(transports), at: z.number() });

/** Which transport a server has taken, by its origin. Losing it costs a request. */
export const transportTo = manyOf<string>('server')(
  'local',
  'transport',
  transportSchema,
  undefined,
);
