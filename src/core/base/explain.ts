import type { Failure } from './failure.ts';
import type { FindingCode } from './finding.ts';
import { type Explanation, findingText } from './finding-text.ts';
import { inKey, type Text } from './text.ts';

/** The words for a failure, found under its code, or under that of the finding that it names. */
export function explain({ code, params }: Failure, text: Text): Explanation {
  const { finding } = params;
  if (typeof finding === 'string') {
    const words = findingText({ code: finding as FindingCode, certainty: 'likely', params }, text);
    // A finding that this version does not know, because another version named it, says nothing.
    if (text(`finding_${inKey(finding as FindingCode)}_cause`) !== '') return words;
  }
  const key = `failure_${inKey(code)}` as const;
  return { cause: text(`${key}_cause`, params), remedy: text(`${key}_remedy`, params) };
}
