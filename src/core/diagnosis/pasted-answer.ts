import { isHtml } from '../base/error-body.ts';
import { type Finding, finding } from '../base/finding.ts';
import { jsonOf } from '../base/http.ts';
import { z } from '../base/zod.ts';
import { checkAddress, launchPath } from '../doctor/address.ts';
import { maybe } from '../export/parts.ts';
import type { SeenAnswer, WithoutAnswer } from '../request/piece.ts';
import { headerOf, type SeenRequest } from '../request/seen.ts';
import type { SentRequest } from './case.ts';
import { diagnose } from './diagnosis.ts';

/** A request as it was shown, to be held against an answer. */
export function sentOf(seen: SeenRequest): SentRequest {
  return {
    method: seen.method ?? 'POST',
    url: seen.url ?? launchPath,
    headers: Object.fromEntries(seen.headers.map(({ name, value }) => [name, value])),
    ...(seen.bodyText === undefined ? {} : { body: seen.bodyText }),
  };
}

const launchedSchema = z.object({ id: z.string(), selfUri: z.string() });
const tokenSchema = z.object({
  access_token: z.string(),
  expires_in: maybe(z.coerce.number()),
});

/**
 * Explains an answer by itself, or by the request that it belongs to: the causes of a refusal, or
 * that there is none.
 */
export function explainAnswer(
  answer: SeenAnswer,
  seen: SeenRequest | undefined,
  isOfReading = false,
): Finding[] {
  if (answer.without !== undefined) return withoutAnswer(answer.without);
  const json = jsonOf(answer);
  const launched = launchedSchema.safeParse(json);
  if (launched.success && /\/flows\/executions\//.test(launched.data.selfUri)) {
    return [finding('launch-accepted', 'certain', { id: launched.data.id })];
  }
  const token = tokenSchema.safeParse(json);
  if (token.success) {
    const { expires_in: seconds } = token.data;
    return [finding('token-issued', 'certain', seconds === undefined ? {} : { seconds })];
  }
  if (answer.status !== undefined && answer.status < 300 && !isHtml(answer.body)) return [];
  const { findings } = diagnose({
    operation: isOfReading ? 'execution' : 'launch',
    request: seen === undefined ? { method: 'POST', url: launchPath, headers: {} } : sentOf(seen),
    answer: { ...answer, status: answer.status ?? 400, cut: false },
    evidence: {},
  });
  // The report on the request says what it shows, and more fairly: here nothing is known of what was not shown.
  const own = findings.filter((it) => !it.evidence?.some(({ code }) => code === 'request-shows'));
  return own
    .map((it) => {
      if (it.code === 'refused-without-reason') return withoutCause(answer);
      if (it.code === 'proxy-answered' && answer.status === undefined)
        return finding(it.code, it.certainty);
      return it.code === 'wrong-content-type' ? ofDeclaredType(it, seen) : it;
    })
    .concat(own.length === 0 ? [withoutCause(answer)] : []);
}

/** A host that no server has may be none of Genesys Cloud's; that of a region is there. */
function withoutAnswer({ why, host, setting }: WithoutAnswer): Finding[] {
  const wrong = host === undefined ? [] : checkAddress(`https://${host}${launchPath}`).findings;
  if (why === 'host-not-found')
    return wrong.length > 0 ? wrong : [finding('connection-failed', 'likely')];
  return [...wrong, finding(why, 'likely', setting === undefined ? {} : { setting })];
}

/** A type that was not shown may as well be missing. */
function ofDeclaredType({ certainty }: Finding, seen: SeenRequest | undefined): Finding {
  const type = seen === undefined ? undefined : headerOf(seen, 'content-type');
  return type === undefined
    ? finding('missing-content-type', certainty)
    : finding('wrong-content-type', certainty, { type });
}

/** An answer that names no cause is quoted. */
function withoutCause({ status, body }: SeenAnswer): Finding {
  const message = messageIn(body);
  const isSaid = status === undefined || message.includes(String(status));
  const said = isSaid ? message : `${status} ${message}`.trim();
  return finding('answer-without-cause', 'possible', { message: said });
}

function messageIn(body: string): string {
  const [, message] = /"message"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(body) ?? [];
  return (message ?? body).slice(0, 300);
}
