import type { Between, Dashed } from './text.ts';
import { z } from './zod.ts';

/**
 * Which failures there are: those whose cause the catalogue of messages has words for, under
 * `failure_<code>_cause`. What people paste has codes that begin with `request.`.
 */
export type FailureCode = CodeOf<Between<'failure_', '_cause'>>;

type CodeOf<Word extends string> = Word extends `request_${infer Rest}`
  ? `request.${Dashed<Rest>}`
  : Dashed<Word>;

/** The same at run time; the compiler says what is missing here, and what the catalogue lacks. */
const known: Readonly<Record<FailureCode, true>> = {
  'another-person': true,
  'answer-unreadable': true,
  cancelled: true,
  'connection-failed': true,
  'connection-missing': true,
  'connection-not-in-use': true,
  'contacts-not-allowed': true,
  'contacts-not-read': true,
  'conversations-not-allowed': true,
  'conversations-not-read': true,
  'conversations-rate-limited': true,
  'conversations-scope-missing': true,
  'conversations-too-large': true,
  'element-not-found': true,
  'execution-id-unknown': true,
  'execution-not-found': true,
  'execution-not-viewable': true,
  'execution-too-old': true,
  'file-not-text': true,
  'flow-address-other-type': true,
  'flow-address-without-flow': true,
  'flow-deleted': true,
  'flow-id-malformed': true,
  'flow-not-allowed': true,
  'flow-not-found': true,
  'flow-not-read': true,
  'flow-not-viewable': true,
  'flows-not-listable': true,
  'flows-not-read': true,
  'import-newer': true,
  'import-not-json': true,
  'import-not-settings': true,
  'import-too-large': true,
  'launch-not-ended': true,
  'launch-not-recorded': true,
  'launch-record-damaged': true,
  'launch-refused': true,
  'launched-just-now': true,
  'login-unreachable': true,
  'look-up-failed': true,
  'look-up-no-history': true,
  'look-up-not-permitted': true,
  'look-up-not-unique': true,
  'look-up-nothing': true,
  'never-sent': true,
  'not-reached': true,
  offline: true,
  'other-address': true,
  other: true,
  'page-answer-malformed': true,
  'page-blocked-by-policy': true,
  'page-changed': true,
  'page-is-browsers-own': true,
  'page-is-file': true,
  'page-is-web-store': true,
  'page-not-allowed': true,
  'page-not-disclosed': true,
  'page-not-readable': true,
  'page-silent': true,
  'policy-empty': true,
  'policy-none': true,
  'policy-not-json': true,
  'policy-not-profile': true,
  'policy-not-registry': true,
  'policy-too-large': true,
  'policy-unwritable': true,
  'proxy-answered': true,
  'rate-limited-long': true,
  'request.at': true,
  'request.binary': true,
  'request.empty': true,
  'request.malformed-json': true,
  'request.not-a-request': true,
  'request.not-read': true,
  'request.too-deep': true,
  'request.too-long': true,
  'server-fault': true,
  'session-ended': true,
  'session-idle': true,
  'settings-changed': true,
  'settings-not-saved': true,
  'sign-in-client-refused': true,
  'sign-in-closed': true,
  'sign-in-denied': true,
  'sign-in-elsewhere': true,
  'sign-in-interrupted': true,
  'sign-in-needed': true,
  'sign-in-page-failed': true,
  'sign-in-redirect-rewritten': true,
  'sign-in-refused': true,
  'sign-in-state-mismatch': true,
  'sign-in-throttled': true,
  'signed-out': true,
  'tab-gone': true,
  'table-not-allowed': true,
  'table-not-found': true,
  'table-not-read': true,
  'tables-not-listed': true,
  timeout: true,
  'token-answer-malformed': true,
  'token-not-deleted': true,
  'too-late-to-cancel': true,
  'too-late-to-send': true,
  'wait-outlived': true,
  'worker-gone': true,
  'worker-silent': true,
};

/**
 * Why something did not happen: data with a stable `code`, so that it survives messages, storage
 * and translation. What people read is found under `failure_<code>_cause` and `_remedy`
 * (core/base/explain.ts); `params` fill the placeholders there.
 */
export interface Failure {
  code: FailureCode;
  params: Record<string, string | number>;
}

/**
 * Reads a failure that was stored or sent. A code that this version does not know, because another
 * version made it, becomes `other` and stays to be seen in its params; the version that knows it reads
 * it back from there.
 */
export const failureSchema = z.pipe(
  z.object({
    code: z.string().check(z.maxLength(100)),
    params: z._default(z.record(z.string(), z.union([z.string(), z.number()])), {}),
  }),
  z.transform(({ code, params }): Failure => {
    const meant = code === 'other' ? (params.code ?? code) : code;
    return isKnown(meant)
      ? { code: meant, params }
      : { code: 'other', params: { ...params, code: meant } };
  }),
);

function isKnown(code: string | number): code is FailureCode {
  return Object.hasOwn(known, code);
}

/** What a step that may fail gives back. Nothing that can be expected to happen is thrown. */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; failure: Failure };

/** The outcome of a step that did not fail. */
export function done<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

/** The outcome of a step that failed. */
export function failed(
  code: FailureCode,
  params: Failure['params'] = {},
): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, params } };
}
