import { type Finding, fact, finding } from '../base/finding.ts';
import type { Case } from './case.ts';
import { secondsToWait } from './published.ts';

/** What the status alone says, and the shape of the answer where it is none of the API's own. */
export function statusFindings(it: Case): Finding[] {
  const { answer, shape, isForeign } = it;
  const { status } = answer;
  const seen = { evidence: [fact('answer-was', { status, shape: shape.kind })] };

  if (status === 407 || status === 511) {
    return [finding('proxy-answered', 'certain', { status }, seen)];
  }
  if (status >= 200 && status < 300) return successFindings(it, seen);
  if (status >= 300 && status < 400) return [finding('proxy-answered', 'likely', { status }, seen)];
  const proxy = isForeign ? [finding('proxy-answered', 'likely', { status }, seen)] : [];
  return [...proxy, ...plainFindings(it, seen)];
}

type Seen = { readonly evidence: NonNullable<Finding['evidence']> };

/** A success that is none: something else answered, or the answer was lost on its way. */
function successFindings({ answer, shape }: Case, seen: Seen): Finding[] {
  const { status, cut } = answer;
  if (shape.kind === 'html') return [finding('proxy-answered', 'likely', { status }, seen)];
  if (shape.kind === 'empty') return [finding('answer-empty', 'certain', { status }, seen)];
  if (cut) return [finding('answer-too-long', 'certain', { status }, seen)];
  return [finding('answer-not-understood', 'certain', { status }, seen)];
}

function plainFindings(it: Case, seen: Seen): Finding[] {
  const { status } = it.answer;
  const sure = it.isForeign ? 'possible' : 'certain';
  const likely = it.isForeign ? 'possible' : 'likely';
  const seconds = secondsToWait(it);
  const wait = { ...seen, action: { kind: 'wait', seconds } } as const;
  const type = it.request.headers['Content-Type'] ?? '';
  switch (status) {
    case 404:
      return it.operation === 'execution' ? [finding('execution-not-found', likely, {}, seen)] : [];
    case 408:
      return [finding('upload-broken', sure, {}, seen)];
    case 409:
      return [finding('conflict', sure, {}, seen)];
    case 410:
      return [finding('flow-deleted', likely, {}, seen)];
    case 411:
      return [finding('length-required', sure, {}, seen)];
    case 413:
      return [finding('body-too-large', sure, {}, seen)];
    case 415:
      return [finding('wrong-content-type', likely, { type }, seen)];
    case 429:
      return [finding('rate-limited', sure, { seconds }, wait)];
    case 502:
    case 503:
      return [finding('service-unavailable', likely, {}, wait)];
    case 504:
      return [finding('server-timeout', likely, {}, seen)];
    default:
      return status >= 500 ? [finding('server-fault', likely, {}, seen)] : [];
  }
}
