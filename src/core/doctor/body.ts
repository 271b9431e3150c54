import {
  atMostLikely,
  type Finding,
  type FindingCode,
  type FindingParams,
  finding,
} from '../base/finding.ts';
import { isObject } from '../base/json.ts';
import { formDecoded } from '../base/percent.ts';
import { type Literal, readLiteral } from '../request/literal.ts';
import type { OpenMember } from '../request/literal-reader.ts';
import { isOpenPlace } from '../request/open-place.ts';
import type { SeenRequest } from '../request/seen.ts';
import { checkFields } from './fields.ts';
import { sampleFlowId } from './flow-id.ts';
import { yamlFields } from './yaml-body.ts';

export interface CheckedBody {
  readonly findings: Finding[];
  /** `null` where nothing can be said about what it should be. */
  readonly body: Record<string, unknown> | null;
  /** The body as it was read, to be compared with what it should be; `undefined` where it was not. */
  readonly given?: unknown;
  /** Members that a template puts there, which the body as it should be has no place for. */
  readonly openMembers?: readonly OpenMember[];
}

/** What checking the body needs of a request. */
export type SeenBody = Pick<
  SeenRequest,
  'bodyText' | 'bodyBehind' | 'isWhole' | 'isWire' | 'isUnserialized' | 'depthKept'
>;

/**
 * Checks the body of a launch, and gives it as it should be.
 *
 * @param idInAddress the flow's id, where the address names one
 */
export function checkBody(seen: SeenBody, idInAddress: string | undefined): CheckedBody {
  const { bodyText: text, isUnserialized, depthKept } = seen;
  const encoded = /^%7B[^{}]*%7D$/i.test(text ?? '')
    ? objectIn(formDecoded(text ?? ''))
    : undefined;
  if (encoded !== undefined) return malformed(encoded, idInAddress, 'certain');
  if (text === undefined || (isOpenPlace(text) && !text.includes(':')))
    return missing(seen, idInAddress);
  if (text.trim() === '') {
    const id = idInAddress ?? sampleFlowId;
    return { findings: [finding('missing-flow-id', 'likely', { id })], body: { flowId: id } };
  }
  const form = formFields(text);
  if (form !== undefined) return malformed(form, idInAddress, 'likely');

  const yaml = yamlFields(text);
  if (yaml !== undefined) return malformed(yaml, idInAddress, 'likely');
  const read = readLiteral(seen.isWire ? withQuotes(text) : text);
  if (!read.ok) return unreadable(text, seen);
  const found = checkLiteral(read.value, seen, idInAddress);
  if (found === undefined) return unreadable(text, seen);
  const { openMembers = [] } = read.value;
  const checked = { ...found, openMembers };
  if (depthKept !== undefined)
    return addFinding(checked, 'depth-lost', 'certain', { depth: depthKept });
  return isUnserialized ? addFinding(checked, 'body-not-serialized', 'certain') : checked;
}

/** A body that was not shown says nothing; one that was not sent names no flow. */
function missing(
  { bodyText, bodyBehind, isWhole }: SeenBody,
  idInAddress: string | undefined,
): CheckedBody {
  const behind = bodyBehind ?? bodyText;
  const body = idInAddress === undefined ? null : { flowId: idInAddress };
  if (behind !== undefined) {
    return { findings: [finding('body-not-shown', 'possible', { name: behind })], body };
  }
  if (isWhole === 'no') return { findings: [finding('body-not-shown', 'possible')], body };
  const id = idInAddress ?? sampleFlowId;
  const certainty = isWhole === 'yes' ? 'certain' : 'likely';
  return { findings: [finding('missing-body', certainty, { id })], body: { flowId: id } };
}

/** A variable of a template in place of the flow's ID, without the quotes that a text needs. */
const bareFlowId = /"flowId"\s*:\s*\$!?(?:\{[\w.]+\}|[a-z][\w.]*)\s*[,}]/i;

function checkLiteral(
  { value, repairs }: Literal,
  { isWire, bodyText: text = '' }: SeenBody,
  idInAddress: string | undefined,
): CheckedBody | undefined {
  if (!isObject(value)) {
    const inner = innerObject(value);
    return inner && malformed(inner, idInAddress, 'likely');
  }
  const isOpen = repairs.some((it) => it === 'placeholder' || it === 'template');
  const wrong = repairs.filter((it) => it !== 'placeholder' && it !== 'template');
  if (wrong.length === 0) {
    const checked = checkedFields(value, idInAddress);
    if (isOpen && bareFlowId.test(text)) return addFinding(checked, 'malformed-json', 'likely');
    return isOpen ? addFinding(doubted(checked), 'template-not-shown', 'possible') : checked;
  }
  if (wrong.every((it) => it === 'duplicate-key')) return malformed(value, idInAddress, 'possible');
  // In code or on a page a body may look otherwise than on the wire; a template becomes another text.
  const isCode = !isWire && wrong.every((it) => /^(?:quotes|bare-word|line-break)$/.test(it));
  const isSureOfText = isWire && !isOpen && wrong.some((it) => it !== 'line-break');
  const certainty = isCode ? 'possible' : isSureOfText ? 'certain' : 'likely';
  const checked = malformed(value, idInAddress, certainty);
  const isSure = !isOpen && !wrong.includes('truncated');
  return isSure ? checked : doubted(checked, 1);
}

function unreadable(text: string, { isWire }: SeenBody): CheckedBody {
  const isSure = isWire && !/\{\{|\$\{|#if/.test(text);
  return { findings: [finding('malformed-json', isSure ? 'certain' : 'likely')], body: null };
}

function checkedFields(
  value: Record<string, unknown>,
  idInAddress: string | undefined,
): CheckedBody {
  return { ...checkFields(value, idInAddress), given: value };
}

function malformed(
  value: Record<string, unknown>,
  idInAddress: string | undefined,
  certainty: Finding['certainty'],
): CheckedBody {
  return addFinding(checkedFields(value, idInAddress), 'malformed-json', certainty);
}

function addFinding(
  checked: CheckedBody,
  code: FindingCode,
  certainty: Finding['certainty'],
  params: FindingParams = {},
): CheckedBody {
  return { ...checked, findings: [finding(code, certainty, params), ...checked.findings] };
}

/** What a text is missing may say otherwise, so that nothing but this itself stays certain. */
function doubted(checked: CheckedBody, from = 0): CheckedBody {
  const findings = checked.findings.map((it, place) => (place >= from ? atMostLikely(it) : it));
  return { ...checked, findings };
}

/** JSON that a shell has taken all quotes of: `{flowId:3f2b…,inputData:{Flow.a:b}}`. Its values are texts. */
function withQuotes(text: string): string {
  if (/["'“”`]/.test(text) || !/^\s*\{/.test(text)) return text;
  return text.replace(
    /(:\s*)(?!(?:true|false|null|-?\d+(?:\.\d+)?)\s*[,}])([^\s{}[\],:][^{}[\],\n]*)([,}\]\n]?)/g,
    (whole, before: string, value: string, sign: string) =>
      sign === '' ? whole : `${before}"${value.trimEnd()}"${sign}`,
  );
}

/** An object within a string (encoded twice), or alone in a list. */
function innerObject(value: unknown): Record<string, unknown> | undefined {
  if (Array.isArray(value)) return value.length === 1 && isObject(value[0]) ? value[0] : undefined;
  return typeof value === 'string' ? objectIn(value) : undefined;
}

function objectIn(text: string): Record<string, unknown> | undefined {
  const read = readLiteral(text);
  return read.ok && isObject(read.value.value) ? read.value.value : undefined;
}

/** An object within a form is sent as JSON, or in brackets. */
function jsonIn(text: string): unknown {
  const read = /^\s*[[{]\s*["\]}]/.test(text) ? readLiteral(text) : undefined;
  return read?.ok ? read.value.value : text;
}

/** `flowId=…&inputData[Flow.x]=…`: a form where JSON belongs. */
function formFields(text: string): Record<string, unknown> | undefined {
  if (!/^[\w.[\]%-]+=[^&]*(?:&[\w.[\]%-]+=[^&]*)*$/.test(text.trim())) return undefined;
  const fields: [string, unknown][] = [];
  const nested = new Map<string, Map<string, string>>();
  for (const [key, value] of new URLSearchParams(text.trim())) {
    const [, outer, inner] = /^([^[]+)\[([^\]]+)\]$/.exec(key) ?? [];
    if (outer === undefined || inner === undefined) fields.push([key, jsonIn(value)]);
    else nested.set(outer, (nested.get(outer) ?? new Map()).set(inner, value));
  }
  const objects = [...nested].map(([key, entries]) => [key, Object.fromEntries(entries)] as const);
  const [[, only] = [], ...more] = fields;
  // A part of a form that holds the whole body.
  if (isObject(only) && more.length + objects.length === 0) return only;
  return Object.fromEntries([...fields, ...objects]);
}
