import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { done, failed, type Outcome } from '../base/failure.ts';
import { isObject, readJson } from '../base/json.ts';
import { jsonFault, type Place, placeOf, twiceNamed } from '../base/json-fault.ts';
import type { PolicySchema } from './check.ts';
import type { Decoded } from './decode.ts';
import { fault, isExtensionId, note, type PolicyFile, partOf, type Remark } from './file.ts';

/**
 * Reads a policy in any of its forms in JSON.
 *
 * Fails with `policy-not-json` (with the place and the reason) or `policy-none`.
 */
export function fromJson({ text, encoding }: Decoded, schema: PolicySchema): Outcome<PolicyFile> {
  const parsed = readJson(text);
  if (!parsed.ok) return failed('policy-not-json', { ...jsonFault(text) });
  if (!isObject(parsed.value)) return failed('policy-none');
  const twice = twiceNamed(text).map((each) => fault('duplicate_name', { ...each }));
  const file = fileOf(parsed.value, placesIn(text), schema);
  if (file.parts.length + file.installs.length === 0) return failed('policy-none');
  const isLinux = file.format === 'linux' && encoding === 'utf-16';
  const encoded = isLinux ? [fault('utf16_linux')] : [];
  return done({ ...file, remarks: [...encoded, ...twice, ...file.remarks] });
}

type Places = (start: readonly string[], path: string) => Place | undefined;

function fileOf(
  document: Record<string, unknown>,
  places: Places,
  schema: PolicySchema,
): PolicyFile {
  if ('3rdparty' in document) return fromLinux(document, places);
  const { ExtensionSettings: settings, ...rest } = document;
  if (isObject(settings) && Object.keys(rest).length === 0) return installation(settings);
  const names = Object.keys(document);
  if (names.length > 0 && names.every((name) => name === '*' || isExtensionId(name))) {
    return installation(document);
  }
  if (Object.values(document).some(isWrapped)) return fromGoogle(document, places, schema);
  const part = partOf(document, { placeOf: (path) => places([], path) });
  const remarks = 'version' in document ? [note('settings_file')] : [];
  return { format: 'settings', parts: [part], installs: [], remarks };
}

/** A file that only installs the extension has no settings for it. */
function installation(settings: Record<string, unknown>): PolicyFile {
  const installs = [{ browser: undefined, settings }];
  return { format: 'installation', parts: [], installs, remarks: [] };
}

/**
 * A file in `/etc/opt/chrome/policies/managed`, which holds the policies of the browser and, under
 * `3rdparty`, those of extensions: https://support.google.com/chrome/a/answer/9867568
 */
function fromLinux(document: Record<string, unknown>, places: Places): PolicyFile {
  const { '3rdparty': thirdParty, ExtensionSettings: settings } = document;
  const extensions = isObject(thirdParty) ? thirdParty.extensions : undefined;
  const entries = isObject(extensions) ? Object.entries(extensions) : [];
  const parts = entries.flatMap(([extensionId, each]) => {
    if (!isObject(each)) return [];
    const start = ['3rdparty', 'extensions', extensionId];
    return partOf(each, { extensionId, placeOf: (path) => places(start, path) });
  });
  const installs = isObject(settings) ? [{ browser: undefined, settings }] : [];
  return { format: 'linux', parts, installs, remarks: [] };
}

/**
 * A file for the Google Admin console: each setting is an object with its `Value`.
 * https://support.google.com/chrome/a/answer/6177447
 */
function fromGoogle(
  document: Record<string, unknown>,
  places: Places,
  schema: PolicySchema,
): PolicyFile {
  const remarks: Remark[] = [];
  const settings = Object.entries(document).flatMap(([name, wrapped]): [string, unknown][] => {
    if (!isWrapped(wrapped)) {
      remarks.push(fault('google_unwrapped', { name }));
      return [];
    }
    if (!('Value' in wrapped)) {
      remarks.push(fault('google_case', { name }));
      return [];
    }
    const { Value: value, ...rest } = wrapped;
    const more = Object.keys(rest).join(', ');
    if (more) remarks.push(fault('google_more', { name, more }));
    return [[name, value]];
  });
  const part = partOf(Object.fromEntries(settings), {
    placeOf: (path) => {
      const [, name = '', rest = ''] = /^([^.[]+)(.*)$/.exec(path) ?? [];
      return name in (schema.properties ?? {}) ? places([name, 'Value'], rest) : places([name], '');
    },
  });
  return { format: 'google', parts: [part], installs: [], remarks };
}

function isWrapped(value: unknown): value is Record<string, unknown> {
  return isObject(value) && Object.keys(value).some((name) => name.toLowerCase() === 'value');
}

/** Finds where a part of a JSON text stands; for a missing part, the place of what lacks it. */
function placesIn(text: string): Places {
  let tree: Node | undefined;
  return (start, path) => {
    tree ??= parseTree(text);
    const root = tree && findNodeAtLocation(tree, [...start]);
    const node = root && deepest(root, path);
    return node && placeOf(text, (node.parent?.type === 'property' ? node.parent : node).offset);
  };
}

/** Follows a path such as `flows[0].inputs.Flow.number` as far as the document has it. */
function deepest(node: Node, path: string): Node {
  const rest = path.replace(/^\./, '');
  const [index, place] = /^\[(\d+)\]/.exec(rest) ?? [];
  if (index !== undefined) {
    const entry = node.type === 'array' ? node.children?.[Number(place)] : undefined;
    return entry ? deepest(entry, rest.slice(index.length)) : node;
  }
  if (node.type !== 'object') return node;
  // A name may have dots in it, so the longest name that fits counts.
  const fitting = (node.children ?? [])
    .flatMap(({ children: [name, value] = [] }) =>
      typeof name?.value === 'string' && value ? [{ name: name.value, value }] : [],
    )
    .filter(({ name }) => rest === name || /^[.[]/.test(restBehind(rest, name)))
    .toSorted((one, other) => other.name.length - one.name.length)[0];
  return fitting ? deepest(fitting.value, rest.slice(fitting.name.length)) : node;
}

/** The rest of a path behind the name at its beginning; empty where it begins with another name. */
function restBehind(path: string, name: string): string {
  return name !== '' && path.startsWith(name) ? path.slice(name.length) : '';
}
