import { done } from '../../src/core/base/failure.ts';
import type { HttpAnswer, NoAnswer, Reply } from '../../src/core/base/http.ts';
import { newLaunch } from '../../src/core/launch/event.ts';
import type { Facts } from '../../src/core/launch/facts.ts';
import type { Session } from '../../src/core/session/session.ts';

export const now = 1_000_000;
const run = { id: 'run' };

/** A launch over `https:` that nothing was done for yet. */
export const created = newLaunch(
  {
    id: 'b1d4f3a2-0000-4000-8000-000000000001',
    connection: { name: 'Example', key: 'key' },
    flow: { id: 'flow', name: 'Request callback' },
    request: { method: 'POST', url: 'https://api.example.com/api', headers: {}, body: '{}' },
  },
  now,
);

export const session: Session = {
  id: 'session-1',
  accessToken: 'token',
  expiresAt: now + 3_600_000,
  user: { id: 'ada', name: 'Ada Author' },
  organization: { id: 'org', name: 'Example Org' },
};

/** What is known of it where a session and nothing else is there. */
export const atFirst: Facts = {
  now,
  isOurs: true,
  session: done(session),
  address: 'https://api.example.com/api',
  takes: undefined,
  attempts: [],
  writesRefused: 0,
};

function answered(status: number, body: unknown = '', headers = {}): { answer: HttpAnswer } {
  return { answer: { status, headers, body: JSON.stringify(body), cut: false } };
}

const apiError = { code: 'some.code', message: 'Some reason', status: 400 };

/** What a server, or the way there, may do to a POST: what comes back, and whether it was processed. */
export const outcomes: Readonly<Record<string, { reply: Reply; processed: readonly boolean[] }>> = {
  accepted: { reply: answered(200, run), processed: [true] },
  'a success that names nothing': { reply: answered(200, {}), processed: [true, false] },
  'refused by the API': { reply: answered(400, apiError), processed: [false] },
  'an empty 400': { reply: answered(400), processed: [false] },
  'the token refused': { reply: answered(401, { ...apiError, status: 401 }), processed: [false] },
  forbidden: { reply: answered(403, apiError), processed: [false] },
  'too slow': { reply: answered(408), processed: [true, false] },
  'a length wanted': { reply: answered(411), processed: [false] },
  'too many, wait': {
    reply: answered(429, apiError, { 'retry-after': '5' }),
    processed: [false],
  },
  'too many, wait long': {
    reply: answered(429, apiError, { 'retry-after': '500' }),
    processed: [false],
  },
  'too many': { reply: answered(429, apiError), processed: [false] },
  'a fault of the server': { reply: answered(503), processed: [true, false] },
  ...noAnswer('timeout', [true, false]),
  ...noAnswer('connection-failed', [true, false]),
  ...noAnswer('not-reached', [false]),
  ...noAnswer('offline', [false]),
};

function noAnswer(why: NoAnswer, processed: readonly boolean[]) {
  return { [why]: { reply: { noAnswer: why }, processed } };
}
