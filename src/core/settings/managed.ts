import { isTooDeep, readJson } from '../base/json.ts';
import { type PartProblem, readLeniently } from '../base/lenient.ts';
import { z } from '../base/zod.ts';
import { guards, idSchema, type Settings, settingsSchema } from './settings.ts';
import { isMatchPattern, matchesAddress } from './site-match.ts';

/** What an administrator can take away. `editing` locks every setting. */
// biome-ignore format: names that are read as one list
const features = ['customEnvironments', 'doctor', 'editing', 'export', 'history', 'import'] as const;

export type Feature = (typeof features)[number];

/** Lists to which a policy can add, rather than replace the person's own. */
const extensible = ['connections', 'sites', 'contactTypes'] as const;

export type ExtensibleList = (typeof extensible)[number];

const modeSchema = z.enum(['replace', 'add']);

const { version: _, ...settingsShape } = settingsSchema.shape;

/**
 * What an administrator may set through Chrome policy: every setting, and limits that only a policy
 * can set. Chrome checks `public/managed-schema.json` first and hands over only what fits that.
 * https://developer.chrome.com/docs/extensions/reference/manifest/storage
 *
 * @internal exported for its test
 */
export const managedSchema = z.partial(
  z.object({
    ...settingsShape,
    /** How a list of the policy stands to the person's own: in its place, or before it. */
    mode: z.partial(
      z.object({ connections: modeSchema, sites: modeSchema, contactTypes: modeSchema }),
    ),
    /** The organization has told its people what is read, sent and kept. */
    disclosureGiven: z.boolean(),
    disabledFeatures: z.array(z.enum(features)).check(z.maxLength(100)),
    /** Match patterns of the pages that may be read. */
    allowedSites: z
      .array(z.string().check(z.maxLength(1000), z.refine(isMatchPattern)))
      .check(z.maxLength(1000)),
    /** Ids of the flows that may be launched. */
    allowedFlows: z.array(idSchema).check(z.maxLength(5000)),
  }),
);

/** What the policy says, in so far as it can be understood. */
export interface Policy {
  /** The browser has not handed it over yet: what it sets and forbids is not known. */
  isPending: boolean;
  /** The names that the document has at its top. What Chrome refused is not among them. */
  names: readonly string[];
  /** The settings that it names. */
  settings: Partial<Omit<Settings, 'version' | 'history'>>;
  history: Partial<Settings['history']>;
  /** Lists of the policy that are put before the person's own. */
  adds: readonly ExtensibleList[];
  disclosureGiven: boolean;
  disabledFeatures: readonly Feature[];
  /** Undefined where all are allowed. */
  allowedSites: readonly string[] | undefined;
  allowedFlows: readonly string[] | undefined;
  /** What could not be understood and is left out. */
  problems: readonly PartProblem[];
}

/** @internal exported for its test */
export const noPolicy: Policy = {
  isPending: false,
  names: [],
  settings: {},
  history: {},
  adds: [],
  disclosureGiven: false,
  disabledFeatures: [],
  allowedSites: undefined,
  allowedFlows: undefined,
  problems: [],
};

/** The settings that count: the person's own, under the policy. */
export interface EffectiveSettings extends Settings {
  policy: Policy;
  /** Whether the person was told what is read, sent and kept; before, nothing is read. */
  isDisclosed?: boolean;
}

/** What stands in for a policy that the browser has not handed over yet. */
export const pendingPolicy: Policy = { ...noPolicy, isPending: true };

/**
 * Reads the managed document part by part. A limit that cannot be understood allows nothing, rather
 * than everything: who set one meant to set one.
 */
export function readManaged(document: Record<string, unknown>): Policy {
  const names = Object.keys(document).toSorted();
  if (names.length === 0) return noPolicy;
  const tooDeep = names.filter((name) => isTooDeep(document[name]));
  const shallow = Object.entries(document).filter(([name]) => !tooDeep.includes(name));
  const reading = readLeniently(
    managedSchema,
    withSchemasParsed(Object.fromEntries(shallow)),
    guards,
  );
  const { value = {} } = reading;
  const problems = [
    ...tooDeep.map((path): PartProblem => ({ path, reason: 'invalid-value' })),
    ...reading.problems,
  ];
  const kept = Object(reading.kept);
  const {
    disabledFeatures,
    allowedSites,
    allowedFlows,
    history,
    mode,
    disclosureGiven,
    ...settings
  } = value;
  const named = distinct(settings.connections, problems);
  return {
    isPending: false,
    names,
    settings: {
      ...onlyGiven(settings, kept),
      ...(named && Object.hasOwn(kept, 'connections') && { connections: named }),
    },
    history: onlyGiven(history ?? {}, Object(kept.history)),
    adds: extensible.filter((list) => mode?.[list] === 'add' && Object.hasOwn(kept, list)),
    disclosureGiven: disclosureGiven ?? false,
    disabledFeatures: disabledFeatures ?? [],
    allowedSites: allowedSites ?? ('allowedSites' in document ? [] : undefined),
    allowedFlows: allowedFlows ?? ('allowedFlows' in document ? [] : undefined),
    problems,
  };
}

/**
 * Puts the policy over the person's own settings. A managed list replaces theirs, or where its mode is
 * `add`, stands before it: an entry of theirs with a name that the policy has does not count.
 */
export function underPolicy(own: Settings, policy: Policy): EffectiveSettings {
  const mayBeAnywhere = !policy.disabledFeatures.includes('customEnvironments');
  const connections = own.connections.filter(
    ({ environment }) => mayBeAnywhere || environment.region !== 'custom',
  );
  return {
    ...own,
    connections,
    ...policy.settings,
    ...addedLists({ ...own, connections }, policy),
    history: { ...own.history, ...policy.history },
    policy,
  };
}

function addedLists(own: Settings, { adds, settings }: Policy): Partial<Settings> {
  const joined = (list: ExtensibleList): unknown[] => {
    const managed: readonly (string | { name: string })[] = settings[list] ?? [];
    return [...managed, ...own[list].filter((entry) => !hasEntry(managed, nameOf(entry)))];
  };
  return Object.fromEntries(adds.map((list) => [list, joined(list)]));
}

/** The name of an entry; a contact type is its own. */
const nameOf = (entry: string | { name: string }) =>
  typeof entry === 'string' ? entry : entry.name;

/** Whether a list has an entry of that name. */
export function hasEntry(list: readonly (string | { name: string })[], name: string): boolean {
  return list.some((entry) => nameOf(entry) === name);
}

/** Whether a setting is set by the policy, by its name: `connections`, `history.days`. */
export function isManaged({ policy }: EffectiveSettings, name: string): boolean {
  const [first = '', second] = name.split('.');
  if (policy.disabledFeatures.includes('editing')) return true;
  if (first === 'history' && second) return second in policy.history;
  // To what is added, people add their own.
  if (policy.adds.some((list) => list === first)) return false;
  return first in policy.settings;
}

/** Whether the administrator left a feature on. */
export function isOffered({ policy }: EffectiveSettings, feature: Feature): boolean {
  return !policy.disabledFeatures.includes(feature);
}

/** Whether a flow may be launched, by its id. */
export function mayLaunch({ policy }: EffectiveSettings, flowId: string): boolean {
  return policy.allowedFlows?.includes(flowId.toLowerCase()) ?? true;
}

/** Whether a page may be read, by its address. */
export function mayRead({ policy }: EffectiveSettings, address: string): boolean {
  return policy.allowedSites?.some((pattern) => matchesAddress(pattern, address)) ?? true;
}

/** Keeps what the document names: the schema fills in defaults, which are no policy. */
function onlyGiven<Value extends object>(value: Value, document: object): Given<Value> {
  const given = Object.entries(value).filter(
    ([name, part]) => part !== undefined && Object.hasOwn(document, name),
  );
  return Object.fromEntries(given) as Given<Value>;
}

type Given<Value> = { [Name in keyof Value]?: Exclude<Value[Name], undefined> };

function distinct(
  connections: Settings['connections'] | undefined,
  problems: PartProblem[],
): Settings['connections'] | undefined {
  const seen = new Set<string>();
  return connections?.filter(({ name }) => {
    const isNew = !seen.has(name);
    seen.add(name);
    if (!isNew) problems.push({ path: 'connections', reason: 'duplicate', detail: name });
    return isNew;
  });
}

/**
 * A flow's input schema may have any shape, which Chrome's schema for policies cannot say; in a
 * policy it is JSON as text. Text that is no JSON stays, and is reported as any wrong type is.
 */
function withSchemasParsed(document: Record<string, unknown>): unknown {
  const copy = structuredClone(document);
  for (const connection of listIn(copy, 'connections')) {
    for (const flow of listIn(connection, 'flows')) {
      const { inputSchema } = flow;
      if (typeof inputSchema === 'string') flow.inputSchema = parsed(inputSchema);
    }
  }
  return copy;
}

function listIn(owner: Record<string, unknown>, name: string): Record<string, unknown>[] {
  const list = owner[name];
  if (!Array.isArray(list)) return [];
  return list.filter((entry) => typeof entry === 'object' && entry !== null);
}

/** Text that is no JSON stays text, which no input schema is. */
function parsed(text: string): unknown {
  const read = readJson(text);
  return read.ok ? read.value : text;
}
