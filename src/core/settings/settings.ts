import { environmentSchema } from '../base/environment.ts';
import { done, failed, type Outcome } from '../base/failure.ts';
import { z } from '../base/zod.ts';
import { siteRuleSchema } from './site-rule.ts';

/** An id as Genesys Cloud writes it: a UUID of any version. */
export const idSchema = z.guid().transform((id) => id.toLowerCase());

/** A client id, as Genesys Cloud issues it. A client secret has another shape and is refused. */
export const clientIdSchema = z.guid();

/**
 * The shape of the launch request. The published API wants `inputData` and the flow's id in the
 * body; servers in front of it may want something else.
 */
export const requestFormatSchema = z.object({
  inputsKey: z
    .string()
    .regex(/^[A-Za-z_][\w.-]{0,63}$/)
    .refine((key) => !['flowId', 'flowVersion', 'name', '__proto__'].includes(key))
    .default('inputData'),
  flowIdIn: z.enum(['body', 'path']).default('body'),
});

export type RequestFormat = z.infer<typeof requestFormatSchema>;

export const publishedFormat: RequestFormat = { inputsKey: 'inputData', flowIdIn: 'body' };

/** A flow that the settings name: offered to people who may not list flows, pinned, mapped. */
export const configuredFlowSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(300),
  pinned: z.boolean().default(false),
  launchAtOnce: z.boolean().default(false),
  inputSchema: z.union([z.boolean(), z.record(z.string(), z.unknown())]).optional(),
  inputs: z.record(z.string().max(200), z.string().max(4000)).default({}),
});

export type ConfiguredFlow = z.infer<typeof configuredFlowSchema>;

/** Scopes that launching and watching need: https://developer.genesys.cloud/api/rest/authorization/scopes */
export const neededScopes = ['architect', 'user-basic-info'];

export const connectionSchema = z.object({
  name: z.string().trim().min(1).max(100),
  environment: environmentSchema,
  clientId: clientIdSchema,
  scopes: z
    .array(z.string().regex(/^[\w:-]{1,100}$/))
    .max(50)
    .default([...neededScopes]),
  requestFormat: requestFormatSchema.default(publishedFormat),
  confirmLaunch: z.boolean().default(false),
  flows: z.array(configuredFlowSchema).max(1000).default([]),
});

export type Connection = z.infer<typeof connectionSchema>;

/** The ways in which people reach customers, unless the settings name others. */
export const defaultContactTypes: readonly string[] = [
  'Voice',
  'Callback',
  'Chat',
  'Message',
  'SMS',
  'Email',
];

/** The languages that there are words in, as BCP 47 tags. */
export const languages = ['en', 'de', 'fr', 'es', 'pt-BR', 'ja'] as const;

const contactTypeSchema = z.string().trim().min(1).max(100);

/** The settings document: what the options page edits, export writes, import reads and policy sets. */
export const settingsSchema = z.object({
  version: z.literal(1).default(1),
  connections: z.array(connectionSchema).max(50).default([]),
  connection: z.string().max(100).optional(),
  sites: z.array(siteRuleSchema).max(500).default([]),
  executionName: z.string().max(300).default('{{flow.name}} · {{launch.id}}'),
  defaultCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('US'),
  /** The names that the org has for them; what a page says counts only where it is among these. */
  contactTypes: z
    .array(contactTypeSchema)
    .max(50)
    .default([...defaultContactTypes]),
  /** The contact type where a page says none; without it, a number is taken to be for a call. */
  defaultContactType: contactTypeSchema.optional(),
  history: z
    .object({
      days: z.number().int().min(0).max(3650).default(30),
      keepInputs: z.boolean().default(true),
    })
    .default({ days: 30, keepInputs: true }),
  notifications: z.boolean().default(true),
  appearance: z.enum(['system', 'light', 'dark']).default('system'),
  /** `browser`: the browser's own. */
  language: z.enum(['browser', ...languages]).default('browser'),
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

/**
 * What a session and a list of flows belong to. Two connections with the same login server and the
 * same client share a session; renaming a connection does not end it.
 */
export function connectionKey({ environment, clientId }: Connection): string {
  const place =
    environment.region === 'custom'
      ? `${environment.loginUrl} ${environment.apiUrl}`
      : environment.region;
  return `${place} ${clientId}`;
}
