import { type Finding, type FindingCode, finding } from '../base/finding.ts';
import { isObject } from '../base/json.ts';
import { type Entry, nulls } from './inputs.ts';
import { isFlowIdName, isInputWord, isLikeMachinery, isMachinery } from './keys.ts';

export interface BareFields {
  readonly findings: Finding[];
  /** Those that are meant as inputs. */
  readonly entries: readonly Entry[];
}

type Meaning = 'input' | 'input?' | 'unknown?' | 'unknown';

/**
 * Sorts members that lie bare beside the flow's id into inputs, which belong into `inputData`, and
 * fields that a launch does not know. Only names tell them apart, so that many are not sure.
 *
 * @param isEnveloped whether the inputs lie elsewhere, so that what lies bare is hardly one
 */
export function sortBare(entries: readonly Entry[], isEnveloped: boolean): BareFields {
  const meant = entries.map((entry) => ({ entry, meaning: meaningOf(entry, isEnveloped) }));
  const those = (...meanings: Meaning[]) =>
    meant.filter(({ meaning }) => meanings.includes(meaning)).map(({ entry }) => entry);
  const inputs = those('input', 'input?');
  return {
    findings: [
      ...named('flat-inputs', 'certain', 'inputs', those('input')),
      ...named('flat-inputs', 'likely', 'inputs', those('input?')),
      ...named('unknown-root-field', 'certain', 'names', those('unknown')),
      ...named('unknown-root-field', 'likely', 'names', those('unknown?')),
      ...named('unknown-root-field', 'possible', 'names', those('input?')),
      ...named('flat-inputs', 'possible', 'inputs', those('unknown?').filter(isPlain)),
      ...nulls(inputs),
    ],
    entries: inputs.filter(([, value]) => value !== null),
  };
}

function meaningOf(entry: Entry, isEnveloped: boolean): Meaning {
  const [key] = entry;
  if (/^flow\./i.test(key)) return 'input';
  if (isMachinery(key) || key === '__proto__') return 'unknown';
  if (isFlowIdName(key)) return 'unknown?';
  if (!isPlain(entry) || isEnveloped || isLikeMachinery(key)) return 'unknown?';
  return isInputWord(key) ? 'input' : 'input?';
}

/** A value of its own, or a list of such values. */
function isPlain([, value]: Entry): boolean {
  if (Array.isArray(value)) return value.every((it) => typeof it !== 'object' || it === null);
  return !isObject(value);
}

function named(
  code: FindingCode,
  certainty: Finding['certainty'],
  param: string,
  entries: readonly Entry[],
): Finding[] {
  if (entries.length === 0) return [];
  return [finding(code, certainty, { [param]: entries.map(([key]) => key) })];
}
