import { atMostLikely, bySureness, type Finding, fact, finding } from '../base/finding.ts';
import { publishedFormat } from '../settings/settings.ts';
import type { Case } from './case.ts';
import { type Examination, found, nothingFound, ruledOut, together } from './examination.ts';

/** Defects that no server of the published API can overlook. */
const fatal = new Set([
  'malformed-json',
  'wrong-method',
  'wrong-path',
  'wrong-content-type',
  'missing-content-type',
  'missing-flow-id',
  'malformed-flow-id',
]);

/** Defects that a launch survives: they show later, in a failed run. */
const survivable = new Set([
  'nested-namespace',
  'ok',
  'missing-bearer',
  'input-without-prefix',
  'body-not-shown',
  'inputs-not-shown',
  'template-not-shown',
  'flow-id-not-shown',
]);

const formatDefects = new Set([
  'wrong-envelope',
  'flow-id-in-path',
  'missing-flow-id',
  'flat-inputs',
]);

/** The published answers' statuses that a request's own form can lead to. */
const statusesOfForm = new Set([400, 404, 405, 411, 415, 422, 500]);

/** Looks at the form of the request itself, held against the published one. */
export function examineForm(it: Case): Examination {
  if (it.operation !== 'launch' || !statusesOfForm.has(it.answer.status)) return nothingFound;
  const defects = it.checked.findings
    .filter(({ code }) => !survivable.has(code))
    .filter(({ code }) => it.isPublishedHost || code !== 'wrong-host')
    .map((defect) => weighed(defect, it));
  if (defects.length > 0) return found(...bySureness(defects));
  const inOrder = ruledOut('form-published');
  if (it.isPublishedHost || it.answer.status >= 500) return inOrder;
  return together([inOrder, found(otherFormat())]);
}

function weighed(defect: Finding, { isPublishedHost, answer }: Case): Finding {
  const isSure = fatal.has(defect.code) && isPublishedHost && answer.status !== 500;
  const evidence = [fact('request-shows')];
  const action = { kind: 'switch-request-format', ...publishedFormat } as const;
  return {
    ...(isSure ? defect : atMostLikely(defect)),
    evidence,
    ...(formatDefects.has(defect.code) ? { action } : {}),
  };
}

/** A server in front of the API may want what the forums show. */
function otherFormat(): Finding {
  const action = { kind: 'switch-request-format', inputsKey: 'data', flowIdIn: 'body' } as const;
  return finding('server-wants-other-format', 'possible', { key: 'data' }, { action });
}
