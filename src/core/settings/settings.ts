import { environmentSchema } from '../base/environment.ts';
import { done, failed, type Outcome } from '../base/failure.ts';
import { sortedJson } from '../base/json.ts';
import { z } from '../base/zod.ts';
import { siteRuleSchema } from './site-rule.ts';

/** An id as Genesys Cloud writes it: a UUID of any version. */
export const idSchema = z.pipe(
  z.guid(),
  z.transform((id) => id.toLowerCase()),
);

/** A client id, as Genesys Cloud issues it. A client secret has another shape and is refused. */
export const clientIdSchema = z.guid();

/**
 * The shape of the launch request. The published API wants `inputData` and the flow's id in the
 * body; servers in front of it may want something else.
 */
export const requestFormatSchema = z.object({
  inputsKey: z._default(
    z.string().check(
      z.regex(/^[A-Za-z_][\w.-]{0,63}$/),
      z.refine((key) => !['flowId', 'flowVersion', 'name', '__proto__'].includes(key)),
    ),
    'inputData',
  ),
  flowIdIn: z._default(z.enum(['body', 'path']), 'body'),
});

export type RequestFormat = z.infer<typeof requestFormatSchema>;

export const publishedFormat: RequestFormat = { inputsKey: 'inputData', flowIdIn: 'body' };

const columnSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

/** Where an input's choices come from: the rows of a data table of Architect. */
const choicesSchema = z.object({
  table: idSchema,
  /** The column that people read; the key without one. */
  label: z.optional(columnSchema),
  /** The column that is sent; the key without one. */
  value: z.optional(columnSchema),
});

/** The longest name of an input, in characters. */
export const longestInput = 200;

/** A flow that the settings name: offered to people who may not list flows, pinned, mapped. */
export const configuredFlowSchema = z.object({
  id: idSchema,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
  pinned: z._default(z.boolean(), false),
  launchAtOnce: z._default(z.boolean(), false),
  inputSchema: z.optional(z.union([z.boolean(), z.record(z.string(), z.unknown())])),
  inputs: z._default(
    z.record(z.string().check(z.maxLength(longestInput)), z.string().check(z.maxLength(4000))),
    {},
  ),
  /** By the input's full name. */
  choices: z.optional(z.record(z.string().check(z.maxLength(longestInput)), choicesSchema)),
});

export type ConfiguredFlow = z.infer<typeof configuredFlowSchema>;

/** Scopes that launching and watching need: https://developer.genesys.cloud/api/rest/authorization/scopes */
export const neededScopes = ['architect', 'user-basic-info'];

const signInText = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

export const connectionSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  environment: environmentSchema,
  clientId: clientIdSchema,
  scopes: z._default(z.array(z.string().check(z.regex(/^[\w:-]{1,100}$/))).check(z.maxLength(50)), [
    ...neededScopes,
  ]),
  /** The org's own sign-in page, by its name in Genesys Cloud and that of the identity provider. */
  singleSignOn: z.optional(z.object({ org: signInText, provider: signInText })),
  /** Who is expected to sign in: an email address, an org's name, or `email:org`. */
  loginHint: z.optional(signInText),
  requestFormat: z._default(requestFormatSchema, publishedFormat),
  confirmLaunch: z._default(z.boolean(), false),
  flows: z._default(z.array(configuredFlowSchema).check(z.maxLength(1000)), []),
});

export type Connection = z.infer<typeof connectionSchema>;

/** What stands for a field that cannot be read (`readLeniently`): who set a question meant one to be asked. */
export const guards = { confirmLaunch: true };

/** The ways in which people reach customers, unless the settings name others. */
export const defaultContactTypes: readonly string[] = [
  'Voice',
  'Callback',
  'Chat',
  'Message',
  'SMS',
  'Email',
];

/** Which of two sources that disagree about the customer goes first; `ask`: the person chooses. */
export const contextSources = ['ask', 'conversation', 'page'] as const;

export type ContextSource = (typeof contextSources)[number];

/** The languages that there are words in, as BCP 47 tags. */
export const languages = ['en', 'de', 'fr', 'es', 'pt-BR', 'ja'] as const;

const contactTypeSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));

const inHouseFormSchema = z.string().check(z.trim(), z.regex(/^[\d#]{2,7}$/));

/** The settings document: what the options page edits, export writes, import reads and policy sets. */
export const settingsSchema = z.object({
  version: z._default(z.literal(1), 1),
  connections: z._default(z.array(connectionSchema).check(z.maxLength(50)), []),
  connection: z.optional(z.string().check(z.maxLength(100))),
  sites: z._default(z.array(siteRuleSchema).check(z.maxLength(500)), []),
  executionName: z._default(z.string().check(z.maxLength(300)), '{{flow.name}} · {{launch.id}}'),
  defaultCountry: z._default(z.string().check(z.regex(/^[A-Z]{2}$/)), 'US'),
  /** Forms of numbers that only the firm's switchboard knows: digits, and `#` for any digit, as in `6###`. */
  inHouseNumbers: z._default(z.array(inHouseFormSchema).check(z.maxLength(50)), []),
  /** The names that the org has for them; what a page says counts only where it is among these. */
  contactTypes: z._default(z.array(contactTypeSchema).check(z.maxLength(50)), [
    ...defaultContactTypes,
  ]),
  /** The contact type where a page says none; without it, a number is taken to be for a call. */
  defaultContactType: z.optional(contactTypeSchema),
  contextFirst: z._default(z.enum(contextSources), 'ask'),
  /** Look up the external contact behind the customer's number for each form, without a click. */
  lookUpContacts: z._default(z.boolean(), false),
  history: z._default(
    z.object({
      days: z._default(z.int().check(z.gte(0), z.lte(3650)), 30),
      keepInputs: z._default(z.boolean(), true),
      /** Who signs out takes their launches with them. */
      deleteOnSignOut: z._default(z.boolean(), false),
    }),
    { days: 30, keepInputs: true, deleteOnSignOut: false },
  ),
  /** For how long a launch at once shows what it will launch, and can be stopped. */
  atOnceSeconds: z._default(z.int().check(z.gte(0), z.lte(10)), 2),
  notifications: z._default(z.boolean(), true),
  appearance: z._default(z.enum(['system', 'light', 'dark']), 'system'),
  /** `browser`: the browser's own. */
  language: z._default(z.enum(['browser', ...languages]), 'browser'),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});

/** The connection in use: the one that is named, else the first. */
export function connectionInUse(settings: Settings): Connection | undefined {
  return (
    settings.connections.find(({ name }) => name === settings.connection) ?? settings.connections[0]
  );
}

/** The connection of that name; fails with `connection-missing`. */
export function connectionByName({ connections }: Settings, name: string): Outcome<Connection> {
  const found = connections.find((connection) => connection.name === name);
  return found ? done(found) : failed('connection-missing', { name });
}

/**
 * The connection that something belongs to which was kept with a connection's key and name, also where
 * it was renamed since. Undefined where no connection leads to the same place any more.
 */
export function connectionByKey(
  { connections }: Settings,
  kept: { key: string; name: string },
): Connection | undefined {
  const same = connections.filter((each) => connectionKey(each) === kept.key);
  return same.find(({ name }) => name === kept.name) ?? same[0];
}

/** The connections that are gone: neither their name nor what they lead to is left. */
export function deletedConnections(before: Settings, after: Settings): Connection[] {
  const names = new Set(after.connections.map(({ name }) => name));
  const keys = new Set(after.connections.map(connectionKey));
  return before.connections.filter(
    (each) => !names.has(each.name) && !keys.has(connectionKey(each)),
  );
}

/**
 * What a session and a list of flows belong to. Two connections with the same login server and the
 * same client share a session; renaming a connection does not end it.
 */
export function connectionKey({
  environment,
  clientId,
}: Pick<Connection, 'environment' | 'clientId'>): string {
  const place =
    environment.region === 'custom'
      ? `${environment.loginUrl} ${environment.apiUrl}`
      : environment.region;
  return `${place} ${clientId}`;
}

/**
 * Where a launch over a connection goes, in which shape, and whether it is asked about before: as one text, to compare.
 * Empty where there is no connection.
 */
export function wayOut(connection: Connection | undefined): string {
  if (connection === undefined) return '';
  const { name, environment, clientId, requestFormat, confirmLaunch } = connection;
  return sortedJson({ name, environment, clientId, requestFormat, confirmLaunch });
}
