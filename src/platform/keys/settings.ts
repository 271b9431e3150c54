import { z } from '../../core/base/zod.ts';
import {
  type EffectiveSettings,
  pendingPolicy,
  readManaged,
  underPolicy,
} from '../../core/settings/managed.ts';
import { ruleHistorySchema } from '../../core/settings/rule-health.ts';
import { setUpDraftSchema } from '../../core/settings/set-up-draft.ts';
import { defaultSettings, settingsSchema } from '../../core/settings/settings.ts';
import { arriving } from '../store/arriving.ts';
import { combined, manyOf, one, type Readable, soon, wholeArea } from '../store/stored.ts';

/** The person's own settings. `settings`, below, are those that count; `changeSettings` changes these. */
export const ownSettings = one('local', 'settings', settingsSchema, defaultSettings);

/** Settings that could not be read as a whole, as they were found. */
export const settingsAside = one('local', 'set-aside settings', z.unknown(), undefined);

/** What the organization sets, and what of it cannot be understood. */
export const policy = wholeArea('managed', readManaged);

/** The same as the browser hands it over, for the options to show what arrived. */
export const managedDocument = wholeArea('managed', (document) => document);

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

/** What was typed in the first set-up, while it is not done. */
export const setUpDraft = one('session', 'set-up', setUpDraftSchema, undefined);

/** When the extension was installed, in milliseconds since 1970, if that was since the browser began. */
export const installedAt = one('session', 'installed-at', z.number(), 0);

/**
 * The same for what is drawn at once. A browser that has just started may take ten seconds to hand over
 * the policy; until then it is `isPending`, and what is done waits for `settings`.
 */
export const policySoon = soon(arriving(policy, installedAt), pendingPolicy, 200);
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
