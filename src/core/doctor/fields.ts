import { type Finding, finding } from '../base/finding.ts';
import { isObject } from '../base/json.ts';
import { sortBare } from './bare-fields.ts';
import { type Envelope, guessEnvelope, readEnvelope } from './envelope.ts';
import { checkFlowId, flowIdWithin, sampleFlowId } from './flow-id.ts';
import { type Entry, type ReadInputs, readInputs } from './inputs.ts';
import { fieldLike, isFlowIdName } from './keys.ts';

/** `inputData` itself is null. */
const noInputs = { inputs: ['inputData'] };

export interface CheckedFields {
  readonly findings: Finding[];
  readonly body: Record<string, unknown>;
}

/**
 * Checks the members of a launch's body against the published ones (`flowId`, `flowVersion`,
 * `inputData`, `name`) and puts them right: what the author plainly meant, in the published form.
 * Where the author named no flow, the corrected body holds `sampleFlowId`.
 *
 * @param idInAddress the flow's id, where the address names one
 */
export function checkFields(
  body: Readonly<Record<string, unknown>>,
  idInAddress: string | undefined,
): CheckedFields {
  const { fields, findings: misspelled, others } = publishedFields(body);
  const own = ownInputs(fields);
  const { envelopes, bare } = sortOthers(others, own !== undefined);
  const flat = sortBare(bare, envelopes.length > 0 || own !== undefined);
  const namespace = inNamespace(others);
  const id = checkFlowId(fields.flowId);

  const wrapped = Object.assign({}, ...envelopes.map((it) => it.fields));
  const flowId = id.id ?? wrapped.flowId ?? idUnderAnotherName(others) ?? idInAddress;
  const inputs = [own, ...envelopes, namespace, flat].flatMap((it) => it?.entries ?? []);
  const behind = [own, ...envelopes].find((it) => it?.behind !== undefined)?.behind;
  const version = checkVersion({ ...wrapped, ...fields });
  const sources = [own, ...envelopes.filter((it) => it.hasInputs), namespace];
  const hasInputs = sources.some((it) => it !== undefined) || flat.entries.length > 0;
  return {
    findings: [
      ...misspelled,
      ...id.findings.map((it) => withFlow(it, flowId)),
      ...(fields.inputData === null ? [finding('null-input', 'certain', noInputs)] : []),
      ...(own?.findings ?? []),
      ...envelopes.flatMap((it, index) => envelopeFindings(it, index > 0 || own !== undefined)),
      ...(namespace?.findings ?? []),
      ...flat.findings,
      ...version.findings,
      ...withoutPrefix(inputs),
    ],
    body: {
      flowId: flowId ?? sampleFlowId,
      ...version.field,
      ...(hasInputs
        ? { inputData: inputs.length === 0 && behind ? behind : Object.fromEntries(inputs) }
        : {}),
      ...pick({ ...wrapped, ...fields }, 'name'),
    },
  };
}

interface Published {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly findings: Finding[];
  readonly others: readonly Entry[];
}

/** Members of a published name, also in another spelling; the right spelling wins. */
function publishedFields(body: Readonly<Record<string, unknown>>): Published {
  const members = Object.entries(body);
  const fieldOf = ([key]: Entry) => fieldLike(key);
  const wrong = members.filter((it) => fieldOf(it) !== undefined && fieldOf(it) !== it[0]);
  const right = members.filter((it) => fieldOf(it) === it[0]);
  const names = wrong.map(([key]) => key);
  const params = { names, right: wrong.map((it) => fieldOf(it) ?? '') };
  return {
    fields: Object.fromEntries([...wrong.map((it) => [fieldOf(it), it[1]]), ...right]),
    findings: names.length === 0 ? [] : [finding('wrong-case-key', 'certain', params)],
    others: members.filter((it) => fieldOf(it) === undefined),
  };
}

type Inputs = Pick<ReadInputs, 'findings' | 'entries' | 'behind'>;

/** What lies under `inputData` itself, where it lies there in a shape of its own. */
function ownInputs(fields: Readonly<Record<string, unknown>>): Inputs | undefined {
  const key = 'inputData';
  const value = fields[key];
  if (value === undefined || value === null) return undefined;
  const read = readInputs(value);
  if (read === undefined)
    return { findings: [finding('wrong-envelope', 'likely', { key })], entries: [] };
  const isOdd = read.isReshaped || read.wrappers.length > 0;
  const path = [key, ...read.wrappers].join('.');
  const odd = isOdd ? [finding('wrong-envelope', 'likely', { key: path })] : [];
  return { ...read, findings: [...odd, ...read.findings] };
}

/** Inputs that lie under `Flow`, but outside of `inputData`. */
function inNamespace(others: readonly Entry[]): Inputs | undefined {
  const [entry] = others.filter(isNamespace);
  const read = entry && readInputs(Object.fromEntries([entry]));
  if (read === undefined) return undefined;
  const inputs = read.entries.map(([name]) => name);
  return { ...read, findings: [...read.findings, finding('flat-inputs', 'likely', { inputs })] };
}

function isNamespace([key, value]: Entry): boolean {
  return /^flow$/i.test(key) && isObject(value) && readEnvelope([key, value]) === undefined;
}

function sortOthers(
  others: readonly Entry[],
  hasOwn: boolean,
): { envelopes: Envelope[]; bare: readonly Entry[] } {
  const rest = others.filter((it) => !isNamespace(it));
  const envelopes = rest
    .flatMap((it) => readEnvelope(it) ?? [])
    .toSorted((a, b) => Number(b.entries.length > 0) - Number(a.entries.length > 0));
  const bare = rest.filter((it) => readEnvelope(it) === undefined);
  const guessed = envelopes.length === 0 && !hasOwn ? guessEnvelope(bare) : undefined;
  if (guessed === undefined) return { envelopes, bare };
  return { envelopes: [guessed], bare: bare.filter(([key]) => key !== guessed.path.split('.')[0]) };
}

/** A second envelope is less sure to be one. */
function envelopeFindings(envelope: Envelope, isSecond: boolean): Finding[] {
  const [key = ''] = envelope.path.split('.');
  if (!envelope.hasInputs && envelope.findings.length === 0) {
    return [finding('unknown-root-field', 'likely', { names: [key] })];
  }
  const isSure = envelope.isSure && !isSecond;
  const named = finding('wrong-envelope', isSure ? 'certain' : 'likely', { key: envelope.path });
  const doubt = isSure ? [] : [finding('unknown-root-field', 'possible', { names: [key] })];
  return [named, ...envelope.findings, ...doubt];
}

/** `workflowId`, `id` or `flow` with an id in it: the flow is known, though not where it belongs. */
function idUnderAnotherName(others: readonly Entry[]): string | undefined {
  const texts = others
    .filter(([key]) => isFlowIdName(key))
    .map(([, value]) => (isObject(value) ? value.id : Array.isArray(value) ? value[0] : value));
  return texts
    .map((text) => (typeof text === 'string' ? flowIdWithin(text) : undefined))
    .find((id) => id !== undefined);
}

function withFlow(it: Finding, flowId: string | undefined): Finding {
  if (it.code !== 'missing-flow-id') return it;
  return { ...it, params: { id: flowId ?? sampleFlowId } };
}

/** The version of a flow is a text (`"2.0"`), or left out or null for the latest published one. */
function checkVersion({ flowVersion }: Readonly<Record<string, unknown>>): {
  findings: Finding[];
  field: Record<string, unknown>;
} {
  if (flowVersion === undefined) return { findings: [], field: {} };
  if (flowVersion === null || (typeof flowVersion === 'string' && !isWord(flowVersion))) {
    return { findings: [], field: { flowVersion } };
  }
  if (typeof flowVersion === 'string') {
    return {
      findings: [finding('flow-version-missing', 'likely', { value: flowVersion })],
      field: {},
    };
  }
  const id = isObject(flowVersion) ? (flowVersion.id ?? flowVersion.name) : flowVersion;
  const isPlain = typeof id === 'string' || typeof id === 'number';
  const shown = isPlain ? String(id) : JSON.stringify(flowVersion);
  return {
    findings: [finding('version-not-text', 'likely', { value: shown })],
    field: isPlain ? { flowVersion: shown } : {},
  };
}

/** Versions have numbers: `latest` is the name of none. */
function isWord(version: string): boolean {
  return /^(?:latest|newest|current|published|live|default|draft|debug|prod(?:uction)?)$/i.test(
    version.trim(),
  );
}

/** The variables of a flow are named with what they belong to: `Flow.customerNumber`. */
function withoutPrefix(inputs: readonly Entry[]): Finding[] {
  const names = inputs.map(([name]) => name).filter((name) => !/^[\w-]+\.|^\{\{|^\$/.test(name));
  if (names.length === 0) return [];
  const right = names.map((name) => `Flow.${name}`);
  return [finding('input-without-prefix', 'likely', { inputs: names, right })];
}

function pick(from: Readonly<Record<string, unknown>>, key: string): Record<string, unknown> {
  return Object.hasOwn(from, key) ? { [key]: from[key] } : {};
}
