import { errorBody } from '../core/base/error-body.ts';
import type { FailureCode } from '../core/base/failure.ts';
import type { HttpAnswer, HttpRequest, NoAnswer } from '../core/base/http.ts';
import { kept, readLaunchAnswer, readNoAnswer, surelyNotSent } from '../core/launch/answer.ts';
import type { LaunchEvent } from '../core/launch/event.ts';
import type { Launch, SentAs } from '../core/launch/launch.ts';
import { send, sendOnce } from '../platform/http.ts';
import { wayTo } from '../platform/store/launch-memory.ts';
import { applyEvent } from './record.ts';

type Reply = { answer: HttpAnswer } | { noAnswer: NoAnswer };

/**
 * After this long, in milliseconds, it is tried again whether a server takes streams: proxies come
 * and go, and trying costs a request that surely launches nothing.
 */
const rememberedFor = 60 * 60 * 1000;

/** Which way of sending the launch's server has taken lately, as far as it is remembered. */
export async function knownWay({ request }: Launch): Promise<SentAs | undefined> {
  if (request === undefined) return undefined;
  const known = await wayTo(new URL(request.url).origin).get();
  return known && Date.now() - known.at < rememberedFor ? known.sentAs : undefined;
}

/** In which way a launch is sent first, where a server has taken the known way before. */
export function firstWay({ request }: Launch, known: SentAs | undefined): SentAs {
  return known === 'body' || !request?.url.startsWith('https:') ? 'body' : 'stream';
}

/**
 * Sends the launch's POST once, in the way in which it cannot be doubled on the wire where that is
 * possible, and tells what it came to. `undefined` where the record no longer wants it sent. `known`
 * is the way that the server has taken before. A record that tells already that it is out is not
 * written again before.
 *
 * An ordinary body is used for plain `http:` (loopback, in builds for the sandbox), for HTTP/1.1,
 * and for servers that refuse a body of unknown length; each only after proof that the stream was not
 * processed. docs/decisions/012-once-on-the-wire.md
 */
export async function post(
  launch: Launch,
  accessToken: string,
  known: SentAs | undefined,
): Promise<LaunchEvent | undefined> {
  const { request } = launch;
  if (request === undefined) return refused('never-sent');
  const http: HttpRequest = { ...request, method: 'POST' };
  const { origin } = new URL(http.url);
  let isWritten = launch.inFlight;
  const attempt = async (sentAs: SentAs): Promise<Reply | undefined> => {
    if (!isWritten && !(await writtenAsSent(launch.id, sentAs))) return undefined;
    isWritten = false;
    return sentAs === 'stream' ? sendOnce(http, accessToken) : send(http, accessToken);
  };

  if (firstWay(launch, known) === 'body') return outcome(launch.id, await attempt('body'));
  const first = await attempt('stream');
  if (!isNotReached(first)) return afterStream(first);
  await applyEvent(launch.id, { type: 'not-taken', at: Date.now() });
  if (!(await answers(origin, accessToken))) return refused('not-reached');
  const second = await attempt('stream');
  if (!isNotReached(second)) return afterStream(second);
  // The server is there, and yet a stream finds no connection: it does not speak HTTP/2.
  await applyEvent(launch.id, { type: 'not-taken', at: Date.now() });
  await remember(origin, 'body');
  return outcome(launch.id, await attempt('body'));

  async function afterStream(reply: Reply | undefined): Promise<LaunchEvent | undefined> {
    if (reply === undefined || 'noAnswer' in reply) return outcome(launch.id, reply);
    const { answer } = reply;
    if (answer.status < 300) void remember(origin, 'stream');
    if (!mayBeAboutLength(answer, known)) return readLaunchAnswer(answer, Date.now());
    await applyEvent(launch.id, { type: 'not-taken', answer: kept(answer), at: Date.now() });
    const whole = await attempt('body');
    const isBetter = whole && 'answer' in whole && whole.answer.status !== answer.status;
    if (isBetter) await remember(origin, 'body');
    return outcome(launch.id, whole);
  }
}

/** What a reply means, once it is written that a POST is out. */
async function outcome(
  launchId: string,
  reply: Reply | undefined,
): Promise<LaunchEvent | undefined> {
  if (reply === undefined) return undefined;
  if ('answer' in reply) return readLaunchAnswer(reply.answer, Date.now());
  const { noAnswer } = reply;
  if (!surelyNotSent(noAnswer)) return readNoAnswer(noAnswer, Date.now());
  await applyEvent(launchId, { type: 'not-taken', at: Date.now() });
  return refused(noAnswer);
}

/** Whether there is a server at all, found out with a request that changes nothing. */
async function answers(origin: string, accessToken: string): Promise<boolean> {
  const probe = { method: 'HEAD', url: `${origin}/api/v2/tokens/me`, headers: {} } as const;
  return 'answer' in (await send(probe, accessToken));
}

/** What is sent is written down before; false where the record no longer wants it sent. */
async function writtenAsSent(launchId: string, sentAs: SentAs): Promise<boolean> {
  return (await applyEvent(launchId, { type: 'sent', sentAs, at: Date.now() })).happened;
}

function isNotReached(reply: Reply | undefined): boolean {
  return reply !== undefined && 'noAnswer' in reply && reply.noAnswer === 'not-reached';
}

/**
 * Whether a refusal may be one of the missing length: 411, or a 400 that is none of the API's own,
 * from a server that has not taken a stream yet. Both are sure: nothing was launched.
 */
function mayBeAboutLength(answer: HttpAnswer, known: SentAs | undefined): boolean {
  if (answer.status === 411) return true;
  return answer.status === 400 && known === undefined && errorBody(answer).code === undefined;
}

/** What cannot be remembered is found out again. */
async function remember(origin: string, sentAs: SentAs): Promise<void> {
  await wayTo(origin)
    .set({ sentAs, at: Date.now() })
    .catch(() => {});
}

function refused(code: FailureCode): LaunchEvent {
  return { type: 'refused', failure: { code, params: {} }, at: Date.now() };
}
