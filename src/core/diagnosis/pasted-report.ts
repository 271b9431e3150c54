import { atMostLikely, type Finding, type FindingParams, finding } from '../base/finding.ts';
import { findingText } from '../base/finding-text.ts';
import type { Text } from '../base/text.ts';
import { partsOf } from '../doctor/address.ts';
import { type CorrectedRequest, checkRequest } from '../doctor/check.ts';
import { kindOf } from '../doctor/kind.ts';
import type { LeftOut, Move } from '../doctor/moved.ts';
import { type NoLaunch, noLaunchIn } from '../doctor/no-launch.ts';
import { checkTokenRequest, domainOf } from '../doctor/token.ts';
import type { Piece, SeenAnswer } from '../request/piece.ts';
import { explainAnswer, sentOf } from './pasted-answer.ts';
import { explainExecution } from './pasted-execution.ts';

/** A finding with its words, and the facts in it (`key`, `names`, `right` …) beside them. */
export type ReportedFinding = FindingParams & {
  code: string;
  certainty: string;
  cause: string;
  remedy: string;
};

export type PasteKind =
  | 'launch'
  | 'answer'
  | 'execution'
  | 'token-request'
  | 'other-request'
  | 'unknown';

/** What one thing of a paste is, and what is to be said of it. */
export interface Report {
  readonly kind: PasteKind;
  /** What it is, in a sentence. */
  readonly summary: string;
  /** In what it was written: `curl`, `axios`, `Postman`; absent for plain JSON. */
  readonly form?: string;
  /** Of a request what it shows, of an answer or an execution what it says. */
  readonly findings: readonly ReportedFinding[];
  /** Of a launch, the request as it should be; of what names a flow, the request that launches it. */
  readonly corrected: CorrectedRequest | null;
  /** Values of the body that stand elsewhere in the corrected request. */
  readonly moved?: readonly Move[];
  /** Values of the body that the corrected request has no place for. */
  readonly leftOut?: readonly LeftOut[];
  /** What the answer to a request says beyond that, where one was given. */
  readonly refusal?: readonly ReportedFinding[];
  /** What else was found in the same paste. */
  readonly also?: readonly Report[];
}

type RequestPiece = Extract<Piece, { kind: 'request' }>;

/** Reports on what was found in one paste, launches first; `undefined` where nothing was. */
export function reportOnPieces(pieces: readonly Piece[], text: Text): Report | undefined {
  const launches = pieces.filter(
    (it): it is RequestPiece => it.kind === 'request' && kindOf(it.request) === 'launch',
  );
  const launch = launches.length === 1 ? launches[0]?.request : undefined;
  const domains = new Set(
    pieces.flatMap((it) => (isTokenRequest(it) ? (domainOf(it.request) ?? []) : [])),
  );
  const reports = pieces.map((piece) => {
    if (piece.kind === 'answer') return ofAnswer(piece, text);
    if (piece.kind === 'execution') return ofExecution(piece, launch && sentOf(launch), text);
    return ofRequest(piece, domains, text);
  });
  const [first, ...also] = reports.toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind),
  );
  if (first === undefined) return undefined;
  return also.length === 0 ? first : { ...first, also };
}

const order: readonly PasteKind[] = [
  'launch',
  'execution',
  'token-request',
  'answer',
  'other-request',
  'unknown',
];

function isTokenRequest(piece: Piece): piece is RequestPiece {
  return piece.kind === 'request' && kindOf(piece.request) === 'token-request';
}

function ofRequest(piece: RequestPiece, tokenDomains: ReadonlySet<string>, text: Text): Report {
  return kindOf(piece.request) === 'launch'
    ? ofLaunch(piece, tokenDomains, text)
    : ofOtherRequest(piece, text);
}

function ofLaunch(
  { request, answer }: RequestPiece,
  tokenDomains: ReadonlySet<string>,
  text: Text,
): Report {
  const { findings, corrected, moved, leftOut } = checkRequest(request);
  const all = [...findings, ...otherRegion(domainOf(request), tokenDomains)];
  const { form } = request;
  const refusal = beyond(all, answer && explainAnswer(answer, request));
  return {
    kind: 'launch',
    summary: form === '' ? text('paste_launch') : text('paste_launch_in', { form }),
    ...(form !== '' && { form }),
    findings: all.map((it) => reported(it, text)),
    corrected,
    ...(moved.length > 0 && { moved }),
    ...(leftOut.length > 0 && { leftOut }),
    ...(refusal.length > 0 && { refusal: refusal.map((it) => besideLaunch(it, all, text)) }),
  };
}

function ofOtherRequest({ request, answer }: RequestPiece, text: Text): Report {
  const kind = kindOf(request);
  const { form } = request;
  const isReading = kind === 'other-request' && /\/flows\/executions\//.test(request.url ?? '');
  const other = noLaunchIn(request.bodyText ?? '');
  const findings =
    kind === 'token-request' ? checkTokenRequest(request) : otherFindings(kind, request, other);
  const refusal = beyond(findings, answer && explainAnswer(answer, request, isReading));
  return {
    kind,
    summary: otherSummary(kind, request, text),
    ...(form !== '' && { form }),
    findings: findings.map((it) => reported(it, text)),
    corrected: other?.corrected ?? null,
    ...(refusal.length > 0 && { refusal: refusal.map((it) => reported(it, text)) }),
  };
}

/** What an answer says beyond what the request shows. */
function beyond(known: readonly Finding[], refusal: readonly Finding[] = []): Finding[] {
  const codes = new Set(known.map(({ code }) => code));
  return refusal.filter(({ code }) => !codes.has(code));
}

function otherSummary(kind: PasteKind, request: RequestPiece['request'], text: Text): string {
  if (kind === 'token-request') return text('paste_token_request');
  if (kind === 'unknown') return text('paste_unknown');
  return text('paste_other_request', addressOf(request));
}

/** What to do about an answer that names no cause follows from the launch that it answers. */
function besideLaunch(it: Finding, ofLaunch: readonly Finding[], text: Text): ReportedFinding {
  if (it.code !== 'answer-without-cause') return reported(it, text);
  const isRight = ofLaunch.every(({ code }) => code === 'ok');
  const remedy = text(`finding_answer_without_cause_remedy_${isRight ? 'right' : 'wrong'}`);
  return { ...reported(it, text), remedy };
}

function otherFindings(
  kind: PasteKind,
  request: RequestPiece['request'],
  other: NoLaunch | undefined,
): Finding[] {
  if (other !== undefined) return [other.finding];
  if (kind === 'unknown') return [finding('not-a-launch', 'likely')];
  const { path } = partsOf(request.url ?? '');
  const isReading = /\/flows\/executions\/[^/]+/.test(path);
  const params = addressOf(request);
  return [finding(isReading ? 'reads-execution' : 'other-request', 'likely', params)];
}

function addressOf({ method, url }: RequestPiece['request']): { method: string; path: string } {
  return { method: method ?? '', path: partsOf(url ?? '').path.slice(0, 200) };
}

/** A token works only in the region that issued it. */
function otherRegion(own: string | undefined, tokens: ReadonlySet<string>): Finding[] {
  const [other] = tokens;
  if (own === undefined || other === undefined || tokens.has(own)) return [];
  return [
    finding('token-of-other-region', 'likely', { host: `api.${own}`, right: `login.${other}` }),
  ];
}

function ofAnswer({ answer, isCut }: Extract<Piece, { kind: 'answer' }>, text: Text): Report {
  const found = explainAnswer(answer, undefined);
  const findings = isCut ? found.map(atMostLikely) : found;
  return {
    kind: 'answer',
    summary: summaryOf(answer, text),
    findings: findings.map((it) => reported(it, text)),
    corrected: null,
  };
}

function summaryOf({ status, without }: SeenAnswer, text: Text): string {
  if (without !== undefined) return text('paste_no_answer');
  return status === undefined ? text('paste_answer') : text('paste_answer_status', { status });
}

function ofExecution(
  { execution, isCut }: Extract<Piece, { kind: 'execution' }>,
  request: Parameters<typeof explainExecution>[1],
  text: Text,
): Report {
  const explained = explainExecution(execution, request);
  const findings = isCut ? explained.findings.map(atMostLikely) : explained.findings;
  return {
    kind: 'execution',
    summary: text('paste_execution'),
    findings: findings.map((it) => reported(it, text)),
    corrected: null,
  };
}

export function reported(it: Finding, text: Text): ReportedFinding {
  const { code, certainty, params } = it;
  return { code, certainty, ...findingText(it, text), ...params };
}
