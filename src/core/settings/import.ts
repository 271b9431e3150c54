import { done, failed, type Outcome } from '../base/failure.ts';
import { isObject, readJson } from '../base/json.ts';
import { jsonFault } from '../base/json-fault.ts';
import { type PartProblem, readLeniently } from '../base/lenient.ts';
import { z } from '../base/zod.ts';
import {
  type ConfiguredFlow,
  configuredFlowSchema,
  connectionInUse,
  guards,
  type Settings,
  settingsSchema,
} from './settings.ts';
import { type SiteRule, siteRuleSchema } from './site-rule.ts';

/** In characters. The largest settings seen are a tenth of it. */
export const largestImport = 1_000_000;

const newestVersion = 1;

/**
 * How documents of older versions become newer ones, oldest first. An entry is never changed once
 * it was released.
 */
const migrations: readonly {
  from: number;
  /** When the newer version appeared. */
  on: string;
  migrate(document: Record<string, unknown>): Record<string, unknown>;
}[] = [
  // Documents written by hand often leave the version out.
  { from: 0, on: '2026-11-22', migrate: (document) => ({ ...document, version: 1 }) },
];

/** One flow with its mapping, and where its pages keep what it needs: a file to hand on. */
const presetSchema = z.object({
  version: z.literal(1),
  preset: z.object({ flow: configuredFlowSchema, site: z.optional(siteRuleSchema) }),
});

export type Preset = { flow: ConfiguredFlow; site?: SiteRule | undefined };

/** What a file holds, and what of it cannot be used. */
export type ImportReading =
  | { kind: 'settings'; settings: Settings; problems: PartProblem[] }
  | { kind: 'preset'; preset: Preset; problems: PartProblem[] };

/** The settings as a file. */
export function settingsText(settings: Settings): string {
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** A flow, and a site rule that offers it, as a file. */
export function presetText(preset: Preset): string {
  return `${JSON.stringify({ version: newestVersion, preset }, null, 2)}\n`;
}

/**
 * Reads a file of settings or a preset. Parts that do not fit are left out and listed. Nothing is
 * applied.
 *
 * Fails with `import-too-large`, `import-not-json`, `import-not-settings` or `import-newer`.
 */
export function readImport(text: string): Outcome<ImportReading> {
  if (text.length > largestImport) return failed('import-too-large', { most: largestImport / 1e6 });
  const json = text.replace(/^\uFEFF/, '');
  const read = readJson(json);
  if (!read.ok) return failed('import-not-json', { ...jsonFault(json) });
  const { value: document } = read;
  if (!isObject(document) || !isOurs(document)) return failed('import-not-settings');
  const { version = 0 } = document;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    return failed('import-not-settings');
  }
  if (version > newestVersion) return failed('import-newer', { version, newest: newestVersion });

  const current = migrations
    .filter(({ from }) => from >= version)
    .reduce((older, { migrate }) => migrate(older), document);
  if ('preset' in current) {
    const { value, problems } = readLeniently(presetSchema, current);
    return value === undefined
      ? failed('import-not-settings')
      : done({ kind: 'preset', preset: value.preset, problems });
  }
  const { value, problems } = readLeniently(settingsSchema, current, guards);
  return value === undefined
    ? failed('import-not-settings')
    : done({ kind: 'settings', settings: value, problems });
}

/**
 * Names of the connections in a file to addresses that are no region of Genesys Cloud and that the
 * settings do not have yet. They are taken over only when the person says so.
 */
export function newCustomConnections(reading: ImportReading, own: Settings): string[] {
  if (reading.kind === 'preset') return [];
  const known = new Set(own.connections.map(({ environment }) => JSON.stringify(environment)));
  return reading.settings.connections
    .filter(
      ({ environment }) =>
        environment.region === 'custom' && !known.has(JSON.stringify(environment)),
    )
    .map(({ name }) => name);
}

/**
 * The settings after an import: a file of settings replaces them, a preset adds to them. New custom
 * connections come along only where they are accepted.
 */
export function afterImport(
  reading: ImportReading,
  own: Settings,
  accepts: { customConnections: boolean },
): Settings {
  if (reading.kind === 'preset') return withPreset(own, reading.preset);
  const refused = accepts.customConnections ? [] : newCustomConnections(reading, own);
  const { settings } = reading;
  return {
    ...settings,
    connections: settings.connections.filter(({ name }) => !refused.includes(name)),
  };
}

/** Puts the flow into the connection in use, in place of one with its id, and the rule among the sites. */
function withPreset(own: Settings, { flow, site }: Preset): Settings {
  const inUse = connectionInUse(own);
  const connections = own.connections.map((connection) =>
    connection === inUse
      ? { ...connection, flows: [...connection.flows.filter(({ id }) => id !== flow.id), flow] }
      : connection,
  );
  const sites = site ? [...own.sites.filter(({ name }) => name !== site.name), site] : own.sites;
  return { ...own, connections, sites };
}

function isOurs(document: Record<string, unknown>): boolean {
  const names = ['preset', ...Object.keys(settingsSchema.shape)];
  return Object.keys(document).some((name) => names.includes(name) && name !== 'version');
}
