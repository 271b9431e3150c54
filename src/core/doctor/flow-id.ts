import { type Finding, finding } from '../base/finding.ts';
import { isRedacted } from '../base/redact.ts';
import { holdsOpenPlace } from '../request/open-place.ts';

/** Stands in a corrected request where the author named no flow. */
export const sampleFlowId = '0f6c1d52-7f0b-4c7e-9c39-1a2b3c4d5e6f';

const hex = '[\\da-f]';
const wholeId = new RegExp(`^${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}$`, 'i');
const anyId = new RegExp(`${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}`, 'gi');
const idWithoutDashes = new RegExp(
  `^(${hex}{8})(${hex}{4})(${hex}{4})(${hex}{4})(${hex}{12})$`,
  'i',
);

/** Whether a text is an id as Genesys Cloud writes it: a UUID of any version. */
export function isFlowId(text: string): boolean {
  return wholeId.test(text);
}

/**
 * The id that a text holds: itself, within an Architect address the one behind `flows/`
 * (https://github.com/GenesysCloudBlueprints/wfm-hris-blueprint reads it from there), without its
 * dashes, or in brackets. `undefined` if there is none, or more than one.
 */
export function flowIdWithin(text: string): string | undefined {
  const trimmed = text.trim();
  const [, ...parts] = idWithoutDashes.exec(trimmed) ?? [];
  if (parts.length > 0) return parts.join('-');
  const [, behindFlows] = /\bflows\/([\da-f-]{36})(?![\da-f-])/i.exec(trimmed) ?? [];
  if (behindFlows !== undefined && isFlowId(behindFlows)) return behindFlows;
  const ids = [...trimmed.matchAll(anyId)].map(([id]) => id);
  return ids.length === 1 ? ids[0] : undefined;
}

/** Whether a person or a logger took an ID out: `3f2b8a10-xxxx-xxxx-xxxx-xxxxxxxxxxxx`, `****`, `[REDACTED]`. */
function isTakenOut(value: string): boolean {
  return (
    /^[-\da-f]{0,30}(?:x{3,}|\*{3,}|•{3,}|\.{3}|…)[-x*•.…\da-f]*$/i.test(value) || isRedacted(value)
  );
}

/** What a flow's id in a request shows, and the id as it was plainly meant. */
export function checkFlowId(value: unknown): { findings: Finding[]; id: string | undefined } {
  if (value === undefined || value === null) {
    return { findings: [finding('missing-flow-id', 'certain')], id: undefined };
  }
  if (typeof value !== 'string') {
    const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
    const id = typeof value === 'object' ? flowIdWithin(shown) : shown;
    return { findings: [finding('malformed-flow-id', 'certain', { id: shown.slice(0, 100) })], id };
  }
  if (value.trim() === '') {
    return { findings: [finding('missing-flow-id', 'likely')], id: undefined };
  }
  if (isFlowId(value)) return { findings: [], id: value };
  const within = flowIdWithin(value);
  const isOpen =
    within === undefined && (holdsOpenPlace(value) || isTakenOut(value.trim().slice(0, 100)));
  const code = isOpen ? 'flow-id-not-shown' : 'malformed-flow-id';
  const params = { id: value.slice(0, 100) };
  return {
    findings: [finding(code, isOpen ? 'possible' : 'certain', params)],
    id: within ?? value,
  };
}
