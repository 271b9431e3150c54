import { isObject } from '../base/json.ts';
import { isNamedList, shown } from '../settings/diff.ts';
import type { EffectiveSettings } from '../settings/managed.ts';
import { policyDocument } from './document.ts';

/** One value that a policy sets, beside the one that counts now. */
export interface PolicyLine {
  /** Where, with entries of lists by their names: `connections › Production › clientId`. */
  path: string;
  value: string;
  /** Undefined where nothing is set. */
  now: string | undefined;
}

/** What a policy means, value by value, in the order of its document. */
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
