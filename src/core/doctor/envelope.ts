import { finding } from '../base/finding.ts';
import { isObject } from '../base/json.ts';
import { type Entry, type ReadInputs, readInputs } from './inputs.ts';
import { fieldLike, isEnvelopeName, isMachinery } from './keys.ts';

/** Something that holds the inputs though it is not called `inputData`. */
export interface Envelope extends Pick<ReadInputs, 'findings' | 'entries' | 'behind'> {
  /** Its name, and those of the objects around it: `configuration.parameters`. */
  readonly path: string;
  /** Whether its name alone says what it is. */
  readonly isSure: boolean;
  readonly hasInputs: boolean;
  /** `flowId`, `flowVersion` and `name`, where they lie in the same object as the inputs. */
  readonly fields: Readonly<Record<string, unknown>>;
}

const deepestWrapper = 3;

/**
 * Reads a member of the body as an envelope: by its name (`data`, `inputs`, `triggerData` …), or
 * because it is wrapped around the flow's id or around another envelope. `undefined` if it is none.
 */
export function readEnvelope([key, value]: Entry, depth = 1): Envelope | undefined {
  const wrapped =
    isObject(value) && depth < deepestWrapper ? inWrapper(key, value, depth) : undefined;
  if (wrapped !== undefined) return wrapped;
  if (!isEnvelopeName(key) && fieldLike(key) !== 'inputData') return undefined;
  if (value === null) {
    const findings = [finding('null-input', 'certain', { inputs: [key] })];
    return { path: key, isSure: true, hasInputs: false, entries: [], findings, fields: {} };
  }
  return asEnvelope(key, value, true);
}

/**
 * The one object that is left when nothing else can hold the inputs is taken for the envelope,
 * whatever its name.
 */
export function guessEnvelope(entries: readonly Entry[]): Envelope | undefined {
  const candidates = entries.filter(([key]) => !isMachinery(key));
  const [only] = candidates;
  if (only === undefined || candidates.length > 1) return undefined;
  const [key, value] = only;
  const isFilled = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  return isFilled ? asEnvelope(key, value, false) : undefined;
}

function asEnvelope(key: string, value: unknown, isSure: boolean): Envelope | undefined {
  const read = readInputs(value);
  if (read === undefined) return undefined;
  const path = [key, ...read.wrappers].join('.');
  return { path, isSure, hasInputs: true, fields: {}, ...read };
}

function inWrapper(
  key: string,
  value: Readonly<Record<string, unknown>>,
  depth: number,
): Envelope | undefined {
  const members = Object.entries(value);
  const fields = launchFieldsIn(key, members);
  const inner = members
    .filter(([, it]) => typeof it === 'object')
    .map((member) => readEnvelope(member, depth + 1))
    .find((it) => it !== undefined);
  const isAround =
    inner !== undefined && (inner.fields.flowId !== undefined || !isEnvelopeName(key));
  if (fields.flowId === undefined && !isAround && !isExact(members)) return undefined;
  if (isMachinery(key) && fields.flowId === undefined && /^(?:meta|header|tag)/i.test(key)) {
    return undefined;
  }
  if (inner !== undefined) {
    return { ...inner, path: `${key}.${inner.path}`, fields: { ...fields, ...inner.fields } };
  }
  const bare = members.filter(([name, it]) => isBareInput(name, it));
  const read = readInputs(Object.fromEntries(bare));
  if (read === undefined) return undefined;
  return { ...read, path: key, isSure: true, hasInputs: bare.length > 0, fields };
}

/** Whether the published name is in there, only one level too deep. */
function isExact(members: readonly Entry[]): boolean {
  return members.some(([name, it]) => fieldLike(name) === 'inputData' && isObject(it));
}

function launchFieldsIn(key: string, members: readonly Entry[]): Record<string, unknown> {
  const fields: Entry[] = [];
  for (const [name, value] of members) {
    const isOwnId = name === 'id' && /^(?:work)?flow$/i.test(key);
    const field = isOwnId ? 'flowId' : fieldLike(name);
    if (field !== undefined && field !== 'inputData' && typeof value === 'string') {
      fields.push([field, value]);
    }
  }
  // A name alone is an input like any other.
  return fields.some(([field]) => field === 'flowId') ? Object.fromEntries(fields) : {};
}

function isBareInput(name: string, value: unknown): boolean {
  return fieldLike(name) === undefined && name !== 'id' && !isMachinery(name) && !isObject(value);
}
