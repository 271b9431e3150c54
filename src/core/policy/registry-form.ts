import { done, type Outcome } from '../base/failure.ts';
import { isObject, readJson } from '../base/json.ts';
import { jsonFault } from '../base/json-fault.ts';

import type { PolicySchema } from './check.ts';
import {
  fault,
  type PolicyBrowser,
  type PolicyFile,
  type PolicyFormat,
  type PolicyPart,
  partOf,
  policyBrowsers,
  policyPlaces,
  type Remark,
} from './file.ts';
import { type RegistryKey, type RegistryValue, readRegistryFile } from './registry-file.ts';

/** A key of the registry with those below it. */
interface Branch {
  values: Map<string, RegistryValue>;
  keys: Map<string, Branch>;
}

/**
 * Reads the policies in a registry file as the browser reads them once the file is merged:
 * `ConvertRegistryValue` of components/policy/core/common/registry_dict.cc in Chromium.
 *
 * Fails with `policy-not-registry`.
 */
export function fromRegistry(text: string, schema: PolicySchema): Outcome<PolicyFile> {
  const read = readRegistryFile(text);
  return read.ok ? done(fromKeys(read.value, 'registry', schema)) : read;
}

/** The policies among keys of the registry, from a registry file or a script. */
export function fromKeys(
  keys: readonly RegistryKey[],
  format: PolicyFormat,
  schema: PolicySchema,
): PolicyFile {
  const remarks: Remark[] = [];
  const parts: PolicyPart[] = [];
  const installs: PolicyFile['installs'] = [];
  for (const [browser, branch] of branchesIn(keys)) {
    const extensions = below(branch, ['3rdparty', 'extensions']);
    for (const [extensionId, extension] of extensions?.keys ?? []) {
      const settings = below(extension, ['policy']);
      if (below(extension, ['recommended'])) {
        remarks.push(fault('recommended', { id: extensionId }));
      }
      if (settings === undefined) continue;
      parts.push(partFrom(settings, { extensionId, browser }, schema, remarks));
    }
    const forced = forcedBy(branch, remarks);
    if (forced) installs.push({ browser, settings: forced });
  }
  return { format, parts, installs, remarks };
}

function partFrom(
  settings: Branch,
  about: { extensionId: string; browser: PolicyBrowser },
  schema: PolicySchema,
  remarks: Remark[],
): PolicyPart {
  return partOf(asJson(settings, schema, remarks), {
    ...about,
    placeOf: (path) => {
      const line = settings.values.get(/^[^.[]+/.exec(path)?.[0] ?? '')?.line;
      return line === undefined ? undefined : { line, column: 1 };
    },
  });
}

/** The keys of each browser as a tree. The registry does not distinguish capitals in the names of keys. */
function branchesIn(keys: readonly RegistryKey[]): Map<PolicyBrowser, Branch> {
  const branches = new Map<PolicyBrowser, Branch>();
  for (const { path, values } of keys) {
    const [hive = '', ...rest] = path;
    if (!/^(?:HKLM|HKCU|HKEY_LOCAL_MACHINE|HKEY_CURRENT_USER)$/i.test(hive)) continue;
    const whole = `${rest.join('\\')}\\`.toLowerCase();
    const startOf = (each: PolicyBrowser) => `${policyPlaces[each].key}\\`.toLowerCase();
    const browser = policyBrowsers.find((each) => whole.startsWith(startOf(each)));
    if (browser === undefined) continue;
    const root = branches.get(browser) ?? emptyBranch();
    branches.set(browser, root);
    let branch = root;
    for (const name of rest.slice(policyPlaces[browser].key.split('\\').length)) {
      const next = below(branch, [name]) ?? emptyBranch();
      if (below(branch, [name]) === undefined) branch.keys.set(name, next);
      branch = next;
    }
    for (const [name, value] of values) branch.values.set(name, value);
  }
  return branches;
}

const emptyBranch = (): Branch => ({ values: new Map(), keys: new Map() });

function below(branch: Branch, names: readonly string[]): Branch | undefined {
  return names.reduce<Branch | undefined>((owner, name) => {
    const found = [...(owner?.keys ?? [])].find(
      ([key]) => key.toLowerCase() === name.toLowerCase(),
    );
    return found?.[1];
  }, branch);
}

/** A key as the object that the schema wants: its values, and the keys below it. */
function asJson(
  branch: Branch,
  schema: PolicySchema | undefined,
  remarks: Remark[],
): Record<string, unknown> {
  const partFor = (name: string) => schema?.properties?.[name] ?? schema?.additionalProperties;
  const values = [...branch.values].map(([name, value]): [string, unknown] => [
    name,
    converted(value, partFor(name), name, remarks),
  ]);
  const keys = [...branch.keys].map(([name, each]): [string, unknown] => {
    const part = partFor(name);
    return [
      name,
      part?.type === 'array' ? asList(each, part, remarks) : asJson(each, part, remarks),
    ];
  });
  return Object.fromEntries([...values, ...keys]);
}

/** A key as the list that the schema wants: its values and the keys below it have numbers for names. */
function asList(branch: Branch, schema: PolicySchema, remarks: Remark[]): unknown[] {
  const isNumber = (name: string) => /^\d+$/.test(name);
  const keys = [...branch.keys].filter(([name]) => isNumber(name));
  const values = [...branch.values].filter(([name]) => isNumber(name));
  return [
    ...keys.map(([, each]) => asJson(each, schema.items, remarks)),
    ...values.map(([name, value]) => converted(value, schema.items, name, remarks)),
  ];
}

/** A value as the schema wants it. One that cannot be that stays as it is, so that the check reports its type. */
function converted(
  value: RegistryValue,
  schema: PolicySchema | undefined,
  name: string,
  remarks: Remark[],
): unknown {
  if (value.type === 'other') {
    remarks.push(fault('registry_type', { name, line: value.line, type: value.value }));
    return undefined;
  }
  const { value: said } = value;
  switch (schema?.type) {
    case 'boolean':
      if (typeof said === 'number') return said !== 0;
      return /^-?\d+$/.test(said) ? Number(said) !== 0 : said;
    case 'integer':
      return typeof said === 'string' && /^-?\d+$/.test(said) ? Number(said) : said;
    case 'array':
    case 'object':
      return typeof said === 'string' ? jsonIn(said, value.line, name, remarks) : said;
    default:
      return said;
  }
}

function jsonIn(text: string, line: number, name: string, remarks: Remark[]): unknown {
  const read = readJson(text);
  if (read.ok) return read.value;
  const { reason = 'unexpected', column = 1 } = jsonFault(text) ?? {};
  remarks.push(fault('value_json', { name, line, column, reason }));
  return text;
}

const hosts: PolicySchema = { type: 'array', items: { type: 'string' } };

/** The types of the values below `ExtensionSettings` that Kickoff looks at; all others stay text. */
const installSchema: PolicySchema = {
  type: 'object',
  properties: {
    override_update_url: { type: 'boolean' },
    runtime_allowed_hosts: hosts,
    runtime_blocked_hosts: hosts,
  },
};

/**
 * The installations that a browser's keys force: `ExtensionSettings`, as JSON in one value or as one key for each
 * extension, and `ExtensionInstallForcelist`. Undefined where they force none.
 */
function forcedBy(branch: Branch, remarks: Remark[]): Record<string, unknown> | undefined {
  const text = branch.values.get('ExtensionSettings');
  const whole =
    text?.type === 'text' ? jsonIn(text.value, text.line, 'ExtensionSettings', remarks) : {};
  const keys = [...(below(branch, ['ExtensionSettings'])?.keys ?? [])].map(
    ([id, each]): [string, unknown] => [id, asJson(each, installSchema, remarks)],
  );
  const list = [...(below(branch, ['ExtensionInstallForcelist'])?.values.values() ?? [])].map(
    ({ value }): [string, unknown] => {
      const [id = '', url] = String(value).split(';');
      return [id, { installation_mode: 'force_installed', ...(url && { update_url: url }) }];
    },
  );
  const settings = { ...Object.fromEntries([...list, ...keys]), ...(isObject(whole) && whole) };
  return Object.keys(settings).length > 0 ? settings : undefined;
}
