import { failureSchema } from '../../core/base/failure.ts';
import { rateLimitSchema } from '../../core/base/rate-limit.ts';
import { z } from '../../core/base/zod.ts';
import { conversationsSchema } from '../../core/conversation/recent.ts';
import { gatheredSchema } from '../../core/diagnosis/gathered.ts';
import {
  emptyFlowCache,
  flowCacheSchema,
  flowDetailsSchema,
  recentFlowsSchema,
} from '../../core/flow/list.ts';
import { draftSchema, emptyDraft } from '../../core/form/draft.ts';
import { intentionSchema } from '../../core/launch/intention.ts';
import { hasEnded, type Launch, launchSchema, transports } from '../../core/launch/launch.ts';
import { recentLaunchesSchema } from '../../core/launch/recent.ts';
import { contactLookUpSchema } from '../../core/lookup/contact.ts';
import { tableSchema } from '../../core/lookup/table.ts';
import { connectionCheckSchema } from '../../core/session/check-lines.ts';
import { sessionSchema } from '../../core/session/session.ts';
import {
  type EffectiveSettings,
  pendingPolicy,
  readManaged,
  underPolicy,
} from '../../core/settings/managed.ts';
import { ruleHistorySchema } from '../../core/settings/rule-health.ts';
import { defaultSettings, settingsSchema } from '../../core/settings/settings.ts';
import { combined, manyOf, one, type Readable, soon, wholeArea } from './stored.ts';

// The table of everything that is kept: area, name, schema, what it is where it is missing, and whether
// it is personal, which goes when the person signs out. What belongs to a tab, a connection or a launch
// goes with it; `forget.ts` takes from here what that is. `local` outlives the browser; `session` ends
// with it. Pages can read neither: https://developer.chrome.com/docs/extensions/reference/api/storage

const perTab = manyOf<number>('tab');
/** By `connectionKey`. */
const perConnection = manyOf<string>('connection');
const perLaunch = manyOf<string>('launch');
const personal = { personal: true };

// ── Settings

/** The person's own settings. `settings`, below, are those that count; `changeSettings` changes these. */
export const ownSettings = one('local', 'settings', settingsSchema, defaultSettings);

/** Settings that could not be read as a whole, as they were found. */
export const settingsAside = one('local', 'set-aside settings', z.unknown(), undefined);

/** What the organization sets, and what of it cannot be understood. */
export const policy = wholeArea('managed', readManaged);

/** Whether the person has agreed to what is read, sent and kept: they chose to sign in below it. */
export const disclosureAgreed = one('local', 'disclosure', z.boolean(), false);

const withDisclosure = (settings: EffectiveSettings, hasAgreed: boolean): EffectiveSettings => ({
  ...settings,
  isDisclosed: hasAgreed || settings.policy.disclosureGiven,
});

/** The settings that count: the person's own, under their organization's policy. */
export const settings: Readable<EffectiveSettings> = combined(
  combined(ownSettings, policy, underPolicy),
  disclosureAgreed,
  withDisclosure,
);

/**
 * The same for what is drawn at once. A browser that has just started may take ten seconds to hand over
 * the policy; until then it is `isPending`, and what is done waits for `settings`.
 */
export const policySoon = soon(policy, pendingPolicy, 200);
export const settingsSoon: Readable<EffectiveSettings> = combined(
  combined(ownSettings, policySoon, underPolicy),
  disclosureAgreed,
  withDisclosure,
);

/** Sites that the person lets be read without a click: origins as match patterns. */
export const readableSites = one('local', 'readable-sites', z.array(z.string()), []);

/** How a site rule did on its last pages, by its name. */
export const ruleHistoryOf = manyOf<string>('rule')(
  'local',
  'rule-history',
  ruleHistorySchema,
  undefined,
);

// ── Connections

/** Who is signed in, with the token. */
export const sessionOf = perConnection('session', 'session', sessionSchema, undefined, personal);

/** Whether the person signed out of a connection, so that nothing signs them in again unasked. */
export const signedOutOf = perConnection('local', 'signed-out', z.boolean(), false);

/** Whose the things are that are kept for persons: the last one whom the server named. */
export const lastPersonOf = perConnection('local', 'last-person', z.string(), undefined);

/** Who was signed in last to each of some connections, by the connections' keys. */
export async function lastPersons(connectionKeys: Iterable<string>): Promise<Map<string, string>> {
  const found = await Promise.all(
    [...new Set(connectionKeys)].map(async (key) => [key, await lastPersonOf(key).get()] as const),
  );
  return new Map(found.flatMap(([key, person]) => (person === undefined ? [] : [[key, person]])));
}

const signInSchema = z.object({
  state: z.enum(['signing-in', 'failed']),
  failure: z.optional(failureSchema),
});

/** How signing in to a connection stands, while it is under way or when it failed. */
export const signInOf = perConnection('session', 'sign-in', signInSchema, undefined, personal);

/** When the session ended, or will end, that was last tried to be renewed ahead of it. */
export const renewalTriedOf = perConnection('session', 'renewal', z.number(), undefined, personal);

/** What the last check of a connection found so far. */
export const connectionCheckOf = perConnection(
  'session',
  'check',
  connectionCheckSchema,
  undefined,
  personal,
);

/** How much of a connection's limit of requests is used up. */
export const limitOf = perConnection('session', 'limit', rateLimitSchema, undefined);

/** Flows of a connection as last read. */
export const flowCacheOf = perConnection(
  'local',
  'flows',
  flowCacheSchema,
  emptyFlowCache,
  personal,
);

/** Chosen flows with their inputs. */
export const flowDetailsOf = perConnection(
  'session',
  'flow-details',
  flowDetailsSchema,
  {},
  personal,
);

/** Flows launched lately. */
export const recentFlowsOf = perConnection('local', 'recent', recentFlowsSchema, [], personal);

// What Genesys Cloud said about customers is kept in memory only, for the person who may see it: nothing
// of it is written to disk but what a launch was filled with.

/** The person's conversations, as last read. */
export const conversationsOf = perConnection(
  'session',
  'conversations',
  conversationsSchema,
  undefined,
  personal,
);

/** The external contacts behind the number or email address that was last looked up. */
export const contactsOf = perConnection(
  'session',
  'contacts',
  contactLookUpSchema,
  undefined,
  personal,
);

const tablesOf = perConnection('session', 'table', tableSchema, undefined, personal);

/** The rows of a data table. */
export const tableOf = Object.assign(
  (connectionKey: string, tableId: string) => tablesOf(`${connectionKey} ${tableId}`),
  { entry: tablesOf.entry },
);

// ── Tabs

/** What was begun in a tab. */
export const draftOf = perTab('session', 'draft', draftSchema, emptyDraft, personal);

/** What a click in the menu, a command or the address bar asks the tab's popup for. */
export const intentionOf = perTab('session', 'intention', intentionSchema, undefined, personal);

/** The launch that a tab's view shows in place of the form. */
export const shownLaunchOf = perTab('session', 'shown-launch', z.string(), undefined, personal);

/** When a view last read a tab's page, in milliseconds since 1970: other views may read it, too. */
export const pageReadAt = perTab('session', 'page-read', z.number(), undefined, personal);

/** The page of a tab that was last counted for its rule's health, so that it counts once. */
export const countedPageOf = perTab('session', 'counted-page', z.string(), undefined, personal);

// ── Launches

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
 * Ids of launches that are not done with, so that waking up does not mean reading all records.
 * Undefined where the list is missing or damaged, and is to be made anew from the records.
 */
export const openLaunchIds = one('local', 'open-launches', z.array(z.string()), undefined);

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
