import type { Explanation } from './explain.ts';
import type { Evidence, Finding, FindingParams } from './finding.ts';
import type { MessageKey, Text, TextParams } from './text.ts';

/**
 * The words for a finding, found under its code: one sentence of cause, one of remedy. A code without
 * words of its own (one that another version stored) is named as it is, rather than hidden.
 */
export function findingText({ code, params }: Finding, text: Text): Explanation {
  const key = `finding_${keyOf(code)}`;
  const name = named[code];
  const plain = name !== undefined && params[name] === undefined ? '_plain' : '';
  const cause = text(`${key}_cause${plain}` as MessageKey, textParams(params));
  return cause === ''
    ? { cause: text('finding_other_cause', { code }), remedy: text('finding_other_remedy') }
    : { cause, remedy: text(`${key}_remedy` as MessageKey, textParams(params)) };
}

/** What a code's words name; where the server did not tell it, the words ending in `_plain` do without. */
const named: Readonly<Record<string, string>> = {
  'input-not-marked': 'input',
  'input-value-not-allowed': 'input',
  'invalid-field': 'field',
  'invalid-value': 'value',
  'invalid-date': 'field',
  'invalid-query': 'field',
  'division-permission': 'division',
  'ip-not-allowed': 'ip',
  'policy-denied': 'policies',
  'body-too-large': 'bytes',
};

/** The words for one fact that a finding stands on, or that ruled a cause out. */
export function evidenceText({ code, params }: Evidence, text: Text): string {
  return text(`evidence_${keyOf(code)}` as MessageKey, textParams(params)) || code;
}

function keyOf(code: string): string {
  return code.replace(/[-.]/g, '_');
}

/** Lists are read out with commas; long values are cut, since they are the server's or a page's. */
function textParams(params: FindingParams): TextParams {
  const longest = 300;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const shown = Array.isArray(value) ? value.join(', ') : value;
      const isLong = typeof shown === 'string' && shown.length > longest;
      return [name, isLong ? `${shown.slice(0, longest)}…` : shown];
    }),
  );
}
