import type { Evidence, Finding, FindingCode, FindingParams } from './finding.ts';
import { inKey, type Text, type TextParams } from './text.ts';

/** A failure or a finding in people's words: what happened and why, and what to do. */
export interface Explanation {
  cause: string;
  remedy: string;
}

/**
 * The words for a finding, found under its code: one sentence of cause, one of remedy. Where a
 * catalogue lacks them, the finding is named by its code rather than hidden.
 */
export function findingText({ code, certainty, params }: Finding, text: Text): Explanation {
  const filled = textParams(params);
  // A request of which not everything was seen is right only as far as it was.
  if (code === 'ok' && certainty !== 'certain') {
    return { cause: text('finding_ok_cause_plain'), remedy: text('finding_ok_remedy') };
  }
  const cause = isSaidPlainly(code, params)
    ? text(`finding_${inKey(code)}_cause_plain`, filled)
    : text(`finding_${inKey(code)}_cause`, filled);
  return cause === ''
    ? { cause: text('finding_other_cause', { code }), remedy: text('finding_other_remedy') }
    : { cause, remedy: text(`finding_${inKey(code)}_remedy`, filled) };
}

/** What a code's words name; where the server did not tell it, the words ending in `_plain` do without. */
const named = {
  'input-not-marked': 'input',
  'input-value-not-allowed': 'input',
  'invalid-field': 'field',
  'invalid-value': 'value',
  'invalid-date': 'field',
  'invalid-query': 'field',
  'division-permission': 'division',
  'ip-not-allowed': 'ip',
  'sign-in-denied': 'reason',
  'policy-denied': 'policies',
  'proxy-answered': 'status',
  'body-too-large': 'bytes',
  'body-not-shown': 'name',
  'nothing-found': 'language',
  'token-issued': 'seconds',
} as const satisfies Partial<Record<FindingCode, string>>;

function isSaidPlainly(code: FindingCode, params: FindingParams): code is keyof typeof named {
  return code in named && params[named[code as keyof typeof named]] === undefined;
}

/** The words for one fact that a finding stands on, or that ruled a cause out. */
export function evidenceText({ code, params }: Evidence, text: Text): string {
  return text(`evidence_${inKey(code)}`, textParams(params));
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
