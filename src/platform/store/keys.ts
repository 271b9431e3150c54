import { failureSchema } from '../../core/base/failure.ts';
import { z } from '../../core/base/zod.ts';
import { gatheredSchema } from '../../core/diagnosis/gathered.ts';
import {
  emptyFlowCache,
  flowCacheSchema,
  flowDetailsSchema,
  recentFlowsSchema,
} from '../../core/flow/list.ts';
import { draftSchema, emptyDraft } from '../../core/form/draft.ts';
import { launchSchema } from '../../core/launch/launch.ts';
import { pageSnapshotSchema } from '../../core/page/snapshot.ts';
import { sessionSchema } from '../../core/session/session.ts';
import { type EffectiveSettings, readManaged, underPolicy } from '../../core/settings/managed.ts';
import { ruleHistorySchema } from '../../core/settings/rule-health.ts';
import { defaultSettings, settingsSchema } from '../../core/settings/settings.ts';
import { combined, type Readable, removeWithPrefix, stored, wholeArea } from './stored.ts';

// Everything that is kept, one line a thing. `local` outlives the browser, `session` does not and
// is never readable by pages: https://developer.chrome.com/docs/extensions/reference/api/storage

/** The person's own settings. What counts is `settings`, below: this is for changing them. */
export const ownSettings = stored('local', 'settings', settingsSchema, defaultSettings);

/** What the organization sets, and what of it cannot be understood. */
export const policy = wholeArea('managed', readManaged);

/** The settings that count: the person's own, under their organization's policy. */
export const settings: Readable<EffectiveSettings> = combined(ownSettings, policy, underPolicy);

/** The session of a connection, by its key. */
export const sessionOf = (connectionKey: string) =>
  stored('session', `session ${connectionKey}`, z.optional(sessionSchema), undefined);

/** Whether the person signed out of a connection, so that nothing signs them in again unasked. */
export const signedOutOf = (connectionKey: string) =>
  stored('local', `signed-out ${connectionKey}`, z.boolean(), false);

const signInSchema = z.object({
  state: z.enum(['signing-in', 'failed']),
  failure: z.optional(failureSchema),
});

/** How signing in to a connection stands, while it is under way or when it failed. */
export const signInOf = (connectionKey: string) =>
  stored('session', `sign-in ${connectionKey}`, z.optional(signInSchema), undefined);

/** When the session ended, or will end, that was last tried to be renewed ahead of it. */
export const renewalTriedOf = (connectionKey: string) =>
  stored('session', `renewal ${connectionKey}`, z.optional(z.number()), undefined);

/** Flows of a connection as last read. */
export const flowCacheOf = (connectionKey: string) =>
  stored('local', `flows ${connectionKey}`, flowCacheSchema, emptyFlowCache);

/** Chosen flows with their inputs. */
export const flowDetailsOf = (connectionKey: string) =>
  stored('session', `flow-details ${connectionKey}`, flowDetailsSchema, {});

/** Flows launched lately. */
export const recentFlowsOf = (connectionKey: string) =>
  stored('local', `recent ${connectionKey}`, recentFlowsSchema, []);

/** What was begun in a tab. */
export const draftOf = (tabId: number) =>
  stored('session', `draft ${tabId}`, draftSchema, emptyDraft);

/** The launch that a tab's view shows in place of the form. */
export const shownLaunchOf = (tabId: number) =>
  stored('session', `shown-launch ${tabId}`, z.optional(z.string()), undefined);

const clickedPageSchema = z.object({
  snapshot: pageSnapshotSchema,

  at: z.number(),
});

/** The page as it was read on a click in the context menu, for the popup that opens on it. */
export const clickedPageOf = (tabId: number) =>
  stored('session', `clicked-page ${tabId}`, z.optional(clickedPageSchema), undefined);

/** When a view last read a tab's page, in milliseconds since 1970: other views may read it, too. */
export const pageReadAt = (tabId: number) =>
  stored('session', `page-read ${tabId}`, z.optional(z.number()), undefined);

/** The page of a tab that was last counted for its rule's health, so that it counts once. */
export const countedPageOf = (tabId: number) =>
  stored('session', `counted-page ${tabId}`, z.optional(z.string()), undefined);

/** How a site rule did on its last pages, by its name. */
export const ruleHistoryOf = (rule: string) =>
  stored('local', `rule-history ${rule}`, z.optional(ruleHistorySchema), undefined);

/** Sites that the person lets be read without a click: origins as match patterns. */
export const readableSites = stored('local', 'readable-sites', z.array(z.string()), []);

/** What was gathered to explain a launch. */
export const evidenceOf = (launchId: string) =>
  stored('session', `evidence ${launchId}`, z.optional(gatheredSchema), undefined);

/** Forgets what was begun and shown in all tabs, and why it failed. */
export function forgetTabs(): Promise<void> {
  return removeWithPrefix('session', [
    'draft ',
    'shown-launch ',
    'clicked-page ',
    'page-read ',
    'counted-page ',
    'evidence ',
  ]);
}

/** The record of one launch, as views follow it. Whoever writes it uses platform/launch-store.ts. */
export const launchOf = (launchId: string) =>
  stored('local', `launch ${launchId}`, z.optional(launchSchema), undefined);
