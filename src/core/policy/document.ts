import type { EffectiveSettings } from '../settings/managed.ts';
import { isEqual } from '../settings/rebase.ts';
import { type Connection, defaultSettings } from '../settings/settings.ts';

/**
 * The policy that gives all agents the settings of this browser: each setting that differs from its default, and the
 * limits that only a policy can set. `readManaged` reads the same settings from it.
 */
export function policyDocument(settings: EffectiveSettings): Record<string, unknown> {
  const { policy, version: _, isDisclosed: _told, ...named } = settings;
  const defaults: Record<string, unknown> = { ...defaultSettings };
  const isSet = (name: string) =>
    name in policy.settings || (name === 'history' && Object.keys(policy.history).length > 0);
  const entries = Object.entries(named).filter(
    ([name, value]) => isSet(name) || !isEqual(value, defaults[name]),
  );
  const { connections, ...others } = Object.fromEntries(entries) as Partial<typeof named>;
  const { disabledFeatures, allowedSites, allowedFlows, adds, disclosureGiven } = policy;
  return plain({
    ...(connections && { connections: connections.map(withSchemasAsText) }),
    ...others,
    ...(adds.length > 0 && { mode: Object.fromEntries(adds.map((list) => [list, 'add'])) }),
    ...(disclosureGiven && { disclosureGiven }),
    ...(disabledFeatures.length > 0 && { disabledFeatures }),
    allowedSites,
    allowedFlows,
  });
}

/** Settings of taste: a new policy leaves them out unless the current one sets them. */
const personal = ['appearance', 'language'];

/** The names of a document that an export includes at first. */
export function namesToSet(
  document: Record<string, unknown>,
  { policy }: EffectiveSettings,
): string[] {
  return Object.keys(document).filter(
    (name) => !personal.includes(name) || policy.names.includes(name),
  );
}

/** A connection with its flows' input schemas as text: Chrome's schema for policies cannot describe them. */
function withSchemasAsText(connection: Connection): object {
  const flows = connection.flows.map(({ inputSchema, ...flow }) =>
    inputSchema === undefined ? flow : { ...flow, inputSchema: JSON.stringify(inputSchema) },
  );
  return { ...connection, flows };
}

/** The document as a file holds it, without undefined values. */
const plain = (document: object): Record<string, unknown> => JSON.parse(JSON.stringify(document));
