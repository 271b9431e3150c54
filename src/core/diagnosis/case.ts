import { regions } from '../base/environment.ts';
import type { HttpAnswer, NoAnswer } from '../base/http.ts';
import { isObject } from '../base/json.ts';
import { type CheckedRequest, checkRequest } from '../doctor/check.ts';
import { seenRequest } from '../request/seen.ts';
import type { Operation } from '../session/permission.ts';
import type { RequestFormat } from '../settings/settings.ts';
import { type AnswerShape, shapeOf } from './answer.ts';

/** A request as it was sent; without `Authorization`, which is added on the way out. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** A flow's record, as far as it could be read. */
export interface FlowFacts {
  /** `forbidden`: it may be there, but may not be looked at. */
  readonly found: 'yes' | 'no' | 'deleted' | 'forbidden';
  readonly name?: string | undefined;
  /** As the server spells it: `WORKFLOW`. */
  readonly type?: string | undefined;
  readonly isPublished?: boolean | undefined;
  readonly isActive?: boolean | undefined;
}

/** What is known beside request and answer. What is absent was not gathered, and proves nothing. */
export interface EvidenceAtHand {
  /** `domain:entity:action`, parts may be `*`; `permissions` and `permissionPolicies` merged. */
  readonly permissions?: readonly string[] | undefined;
  readonly scopes?: readonly string[] | undefined;
  /** Whether the token was accepted elsewhere just now. */
  readonly token?: 'accepted' | 'refused' | undefined;
  readonly flow?: FlowFacts | undefined;
  readonly inputSchema?: unknown;
  readonly requestFormat?: RequestFormat | undefined;
}

/** A refusal to be explained. */
export interface Refusal {
  /** What was asked for; a launch unless it says otherwise. */
  readonly operation?: Operation;
  readonly request: SentRequest;
  readonly answer: HttpAnswer | { readonly noAnswer: NoAnswer };
  readonly evidence: EvidenceAtHand;
}

/** A refusal that was answered, with all that can be read from it. */
export interface Case {
  readonly operation: Operation;
  readonly request: SentRequest;
  readonly answer: HttpAnswer;
  readonly shape: AnswerShape;
  readonly evidence: EvidenceAtHand;
  /** What the request itself shows. */
  readonly checked: CheckedRequest;
  /** The inputs as they were plainly meant. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Whether something else than Genesys Cloud seems to have answered. */
  readonly isForeign: boolean;
  /** Whether the request went to a published region, where the published form is sure to be right. */
  readonly isPublishedHost: boolean;
}

/**
 * Answers of the API are JSON and carry a correlation id:
 * https://github.com/MyPureCloud/developer-center-blog (2021-05-06). Words without a type may be
 * quoted from one.
 */
function isOfStranger({ headers }: HttpAnswer, { kind }: AnswerShape): boolean {
  if (headers['inin-correlation-id'] !== undefined) return false;
  return kind === 'html' || (kind === 'text' && /^text\//i.test(headers['content-type'] ?? ''));
}

/** Lays out a refusal that was answered. */
export function caseOf(refusal: Refusal, answer: HttpAnswer): Case {
  const { request } = refusal;
  const checked = checkRequest(
    seenRequest({
      method: request.method,
      url: request.url,
      headers: Object.entries(request.headers),
      bodyText: request.body ?? '',
      credentialsAdded: true,
    }),
  );
  const inputs = checked.corrected.body?.inputData;
  const shape = shapeOf(answer);
  return {
    operation: refusal.operation ?? 'launch',
    request,
    answer,
    shape,
    isForeign: isOfStranger(answer, shape),
    evidence: refusal.evidence,
    checked,
    inputs: isObject(inputs) ? inputs : {},
    // An address without a host was shortened, and means the published API.
    isPublishedHost:
      request.url.startsWith('/') ||
      regions.some(({ domain }) => request.url.startsWith(`https://api.${domain}/`)),
  };
}
