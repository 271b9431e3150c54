import { done, failed, type Outcome } from '../core/failure.ts';
import type { HttpAnswer, HttpRequest } from '../core/http.ts';
import type { Connection } from '../core/settings.ts';
import { send } from '../platform/http.ts';
import { type Effort, freshSession, renewedSession } from './session.ts';

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
  const session = await freshSession(connection, effort);
  if (!session.ok) return session;
  const reply = await send(request, session.value.accessToken);
  if ('noAnswer' in reply) return failed(reply.noAnswer);
  if (reply.answer.status !== 401 || effort === 'stored') return done(reply.answer);

  const renewed = await renewedSession(connection, 'silent');
  if (!renewed.ok) return renewed;
  const second = await send(request, renewed.value.accessToken);
  return 'noAnswer' in second ? failed(second.noAnswer) : done(second.answer);
}
