import { type Finding, finding } from '../base/finding.ts';
import { readLiteral } from '../request/literal.ts';
import { checkFields } from './fields.ts';
import { sampleFlowId } from './flow-id.ts';
import { isObject } from './inputs.ts';

export interface CheckedBody {
  readonly findings: Finding[];
  /** `null` where nothing can be said about what it should be. */
  readonly body: Record<string, unknown> | null;
}

/**
 * Checks the body of a launch, and gives it as it should be.
 *
 * @param text the body as it was sent; `undefined` if none was shown
 * @param idInAddress the flow's id, where the address names one
 */
export function checkBody(text: string | undefined, idInAddress: string | undefined): CheckedBody {
  if (text === undefined) {
    return { findings: [], body: idInAddress === undefined ? null : { flowId: idInAddress } };
  }
  if (text.trim() === '') {
    const id = idInAddress ?? sampleFlowId;
    return { findings: [finding('missing-flow-id', 'likely', { id })], body: { flowId: id } };
  }
  const form = formFields(text);
  if (form !== undefined) return malformed(form, idInAddress, 'likely');

  const read = readLiteral(text);
  if (!read.ok) return { findings: [finding('malformed-json', 'certain')], body: null };
  const { value, repairs } = read.value;
  if (isObject(value)) {
    if (repairs.length === 0) return checkFields(value, idInAddress);
    const isSound = repairs.every((it) => it === 'duplicate-key');
    const checked = malformed(value, idInAddress, isSound ? 'possible' : 'certain');
    return repairs.includes('truncated') ? cutOff(checked) : checked;
  }
  const inner = innerObject(value);
  if (inner === undefined) return { findings: [finding('malformed-json', 'certain')], body: null };
  return malformed(inner, idInAddress, 'likely');
}

function malformed(
  value: Record<string, unknown>,
  idInAddress: string | undefined,
  certainty: Finding['certainty'],
): CheckedBody {
  const { findings, body } = checkFields(value, idInAddress);
  return { findings: [finding('malformed-json', certainty), ...findings], body };
}

/** Nobody knows what the missing end of a body says, so only that it is missing stays certain. */
function cutOff({ findings, body }: CheckedBody): CheckedBody {
  const [first, ...rest] = findings;
  const doubted = rest.map((it) =>
    it.certainty === 'certain' ? { ...it, certainty: 'likely' as const } : it,
  );
  return { findings: first === undefined ? [] : [first, ...doubted], body };
}

/** An object within a string (encoded twice), or alone in a list. */
function innerObject(value: unknown): Record<string, unknown> | undefined {
  if (Array.isArray(value)) return value.length === 1 && isObject(value[0]) ? value[0] : undefined;
  if (typeof value !== 'string') return undefined;
  const read = readLiteral(value);
  return read.ok && isObject(read.value.value) ? read.value.value : undefined;
}

/** `flowId=…&inputData[Flow.x]=…`: a form where JSON belongs. */
function formFields(text: string): Record<string, unknown> | undefined {
  if (!/^[\w.[\]%-]+=[^&]*(?:&[\w.[\]%-]+=[^&]*)*$/.test(text.trim())) return undefined;
  const fields: [string, unknown][] = [];
  const nested = new Map<string, [string, unknown][]>();
  for (const [key, value] of new URLSearchParams(text.trim())) {
    const [, outer, inner] = /^([^[]+)\[([^\]]+)\]$/.exec(key) ?? [];
    if (outer === undefined || inner === undefined) fields.push([key, value]);
    else nested.set(outer, [...(nested.get(outer) ?? []), [inner, value]]);
  }
  const objects = [...nested].map(([key, entries]) => [key, Object.fromEntries(entries)] as const);
  return Object.fromEntries([...fields, ...objects]);
}
