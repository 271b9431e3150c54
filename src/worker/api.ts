import { hostsOf } from '../core/base/environment.ts';
import { done, failed, type Outcome } from '../core/base/failure.ts';
import type { HttpAnswer, HttpRequest } from '../core/base/http.ts';
import { rateLimitOf, usedUp } from '../core/base/rate-limit.ts';
import { type Connection, connectionKey } from '../core/settings/settings.ts';
import { send } from '../platform/http.ts';
import { limitOf } from '../platform/keys/connection.ts';
import { type Effort, freshSession, renewedSession } from './session/session.ts';

/**
 * Asks the API something that changes nothing. A session that the server no longer takes is renewed
 * once, without a window.
 *
 * Fails with `signed-out`, or with why there is no answer (`offline`, `timeout`, `connection-failed`).
 */
export async function read(
  connection: Connection,
  request: HttpRequest,
  effort: Effort = 'silent',
): Promise<Outcome<HttpAnswer>> {
  const asked = await readWithToken(connection, request, effort);
  return asked.ok ? done(asked.value.answer) : asked;
}

/** The same, with the access token that the answer was given to. */
export async function readWithToken(
  connection: Connection,
  request: HttpRequest,
  effort: Effort = 'silent',
): Promise<Outcome<{ answer: HttpAnswer; accessToken: string }>> {
  const session = await freshSession(connection, effort);
  if (!session.ok) return session;
  const first = await answerTo(connection, request, session.value.accessToken);
  const isRefused = first.ok && first.value.answer.status === 401;
  if (!isRefused || effort === 'stored') return first;

  const renewed = await renewedSession(connection, 'silent', session.value.accessToken);
  if (!renewed.ok) return renewed;
  return answerTo(connection, request, renewed.value.accessToken);
}

async function answerTo(
  connection: Connection,
  request: HttpRequest,
  accessToken: string,
): Promise<Outcome<{ answer: HttpAnswer; accessToken: string }>> {
  const reply = await send(request, { accessToken, origin: hostsOf(connection.environment).api });
  if ('noAnswer' in reply) return failed(reply.noAnswer);
  const { answer } = reply;
  if (answer.status === 429)
    await limitOf(connectionKey(connection)).set(usedUp(answer, Date.now()));
  else await noteLimit(connection, answer);
  return done({ answer, accessToken });
}

/** Remembers what an answer tells about the limit of requests, for views to show and us to heed. */
export async function noteLimit(connection: Connection, answer: HttpAnswer): Promise<void> {
  const limit = rateLimitOf(answer, Date.now());
  if (limit !== undefined) await limitOf(connectionKey(connection)).set(limit);
}
