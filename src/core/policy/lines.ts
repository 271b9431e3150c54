import { isObject } from '../base/json.ts';
import { isNamedList, shown } from '../settings/diff.ts';
import type { EffectiveSettings } from '../settings/managed.ts';
import { policyDocument } from './document.ts';

/** One value of a policy, beside the current one. */
export interface PolicyLine {
  /** The path with the names of entries in lists: `connections › Production › clientId`. */
  path: string;
  value: string;
  /** The current value; undefined where there is none. */
  now: string | undefined;
}

/** The values of a policy, in the order of its document. */
export function policyLines(
  document: Record<string, unknown>,
  settings: EffectiveSettings,
): PolicyLine[] {
  const { policy: _, version: _version, isDisclosed: _told, ...named } = settings;
  const now = new Map(valuesIn({ ...named, ...policyDocument(settings) }));
  return valuesIn(document).map(([path, value]) => ({ path, value, now: now.get(path) }));
}

function valuesIn(value: unknown, path: readonly string[] = []): [path: string, value: string][] {
  if (isNamedList(value) && value.length > 0) {
    return value.flatMap((entry) => valuesIn(entry, [...path, entry.name]));
  }
  if (isObject(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([name, each]) => valuesIn(each, [...path, name]));
  }
  return value === undefined ? [] : [[path.join(' › '), shown(value)]];
}
