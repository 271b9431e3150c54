import { describe, expect, test } from 'vitest';
import { atFirst, created, now, outcomes, session } from '../../../test/harness/launch-outcomes.ts';
import { done, failed } from '../base/failure.ts';
import type { Reply } from '../base/http.ts';
import { shownPerson } from '../session/person.ts';
import { afterEvent } from './event.ts';
import { afterRecording, afterReply, afterWait, type Facts, provenTransport } from './facts.ts';
import { secondsToWait, type Transport } from './launch.ts';
import { nextStep } from './plan.ts';

const { failure } = failed('timeout');

/** What comes next, one step after the other, with these replies to the POSTs. */
function stepsOf(replies: readonly Reply[], facts: Facts = atFirst, record = created): string[] {
  const steps: string[] = [];
  const left = [...replies];
  for (;;) {
    const step = nextStep(record, facts);
    if (step.do === 'stop') return [...steps, record.failure?.code ?? record.state];
    if (step.do === 'record') {
      record = afterEvent(record, step.event);
      facts = afterRecording(facts, step.event);
    }
    if (step.do === 'wait') facts = afterWait(facts, record);
    if (step.do === 'find-session') {
      facts = { ...facts, session: done(session), address: atFirst.address };
    }
    if (step.do === 'probe') facts = { ...facts, isThere: true };
    if (step.do === 'send') facts = afterReply(facts, left.shift() ?? { noAnswer: 'timeout' });
    if (step.do !== 'record') steps.push(step.do === 'send' ? step.as : step.do);
  }
}

const reply = (name: string): Reply => outcomes[name]?.reply ?? { noAnswer: 'timeout' };

describe('what comes next', () => {
  test.each([
    [[], ['stream', 'timeout']],
    [['accepted'], ['stream', 'launched']],
    [['an empty 400'], ['stream', 'launch-refused']],
    [
      ['a length wanted', 'accepted'],
      ['stream', 'find-session', 'body', 'launched'],
    ],
    [
      ['not-reached', 'not-reached', 'accepted'],
      ['stream', 'find-session', 'probe', 'stream', 'find-session', 'body', 'launched'],
    ],
    [
      ['the token refused', 'accepted'],
      ['stream', 'find-session', 'stream', 'launched'],
    ],
    [
      ['the token refused', 'the token refused'],
      ['stream', 'find-session', 'stream', 'launch-refused'],
    ],
    [
      ['too many, wait', 'accepted'],
      ['stream', 'wait', 'find-session', 'stream', 'launched'],
    ],
    [['too many, wait long'], ['stream', 'rate-limited-long']],
    [['offline'], ['stream', 'find-session', 'offline']],
  ])('after %j: %j', (names, steps) => {
    expect(stepsOf(names.map(reply))).toEqual(steps);
  });

  test('is the POST at once where the record tells that it is out: no turn of storage in between', () => {
    const step = nextStep(created, atFirst);
    if (step.do !== 'record') throw new Error(`It is ${step.do}`);
    expect(step.event).toEqual({
      type: 'sent',
      sentAs: 'stream',
      by: shownPerson(session),
      at: now,
    });
    const record = afterEvent(created, step.event);
    expect(nextStep(record, afterRecording(atFirst, step.event))).toEqual({
      do: 'send',
      as: 'stream',
    });
  });

  test.each([
    ['http:', undefined, 'body'],
    ['https:', 'body', 'body'],
    ['https:', undefined, 'stream'],
  ] as const)('over %s, for a server known to take %s, goes as %s', (protocol, takes, sentAs) => {
    const request = { method: 'POST', url: `${protocol}//api.example.com/`, headers: {} };
    const step = nextStep({ ...created, request }, { ...atFirst, address: request.url, takes });
    expect(step).toEqual({
      do: 'record',
      event: { type: 'sent', sentAs, by: shownPerson(session), at: now },
    });
  });

  test.each([
    [1_000_000, 60_000],
    [5_000, 5_000],
    [-5_000, 0],
  ])('is a wait that ends in %i ms: %i', (left, milliseconds) => {
    const waiting = { until: now + left, failure };
    expect(nextStep({ ...created, waiting }, atFirst)).toEqual({ do: 'wait', milliseconds });
  });
});

test('a wait is no longer than the server told, whatever became of the clock', () => {
  const answer = { status: 429, headers: { 'retry-after': '2' }, body: '', cut: false };
  const waiting = { until: now + 3_600_000, failure };
  expect(nextStep({ ...created, waiting, answer }, atFirst)).toEqual({
    do: 'wait',
    milliseconds: 2_000,
  });
});

describe('a launch by one person', () => {
  const record = { ...created, by: shownPerson(session) };
  const grace = { ...session, id: 'session-2', user: { id: 'grace', name: 'Grace Agent' } };
  const unknown = { id: 'session-3', accessToken: 'token', expiresAt: now + 3_600_000 };

  test.each([
    ['a renewed session of theirs', { ...session, id: 'session-2' }, 'sent'],
    ['another person’s', grace, 'another-person'],
    ['that of whom nobody knows', unknown, 'another-person'],
  ])('with %s: %s', (_, found, what) => {
    const step = nextStep(record, { ...atFirst, session: done(found) });
    if (step.do !== 'record') throw new Error(`It is ${step.do}`);
    const { event } = step;
    expect(event.type === 'refused' ? event.failure.code : event.type).toBe(what);
  });

  test('is not sent if another person signed in as its session was renewed', () => {
    const out = afterEvent(record, { type: 'sent', sentAs: 'stream', at: now });
    const refused = afterReply(
      { ...atFirst, attempts: [{ as: 'stream' }] },
      reply('the token refused'),
    );
    const step = nextStep(out, refused);
    if (step.do !== 'record') throw new Error(`It is ${step.do}`);
    const back = afterEvent(out, step.event);
    expect(nextStep(back, refused)).toEqual({ do: 'find-session', renew: true });
    expect(nextStep(back, { ...refused, session: done(grace) })).toMatchObject({
      event: { type: 'refused', failure: { code: 'another-person' } },
    });
  });
});

describe('a launch that another worker left behind', () => {
  const left: Facts = { now, isOurs: false, attempts: [], writesRefused: 0 };

  test.each([
    ['before it was sent', created, 'never-sent'],
    ['while it was out', { ...created, inFlight: true }, 'worker-gone'],
    [
      'while it waited',
      { ...created, waiting: { until: now - 200_000, failure } },
      'wait-outlived',
    ],
  ])('%s is not sent: %s', (_, record, code) => {
    const step = nextStep(record, left);
    expect(step).toMatchObject({ do: 'record', event: { failure: { code } } });
  });

  test('while it waits is waited for', () => {
    const record = { ...created, waiting: { until: now + 3_000, failure } };
    expect(nextStep(record, left)).toEqual({ do: 'wait', milliseconds: 3_000 });
  });
});

test.each([
  ['a stream that was accepted', [['stream', 'accepted']], 'stream'],
  ['a stream that was refused', [['stream', 'forbidden']], undefined],
  [
    'a body after a length was wanted',
    [
      ['stream', 'a length wanted'],
      ['body', 'forbidden'],
    ],
    'body',
  ],
  [
    'both want a length',
    [
      ['stream', 'a length wanted'],
      ['body', 'a length wanted'],
    ],
    undefined,
  ],
  [
    'a body after streams that went nowhere',
    [
      ['stream', 'not-reached'],
      ['stream', 'not-reached'],
      ['body', 'accepted'],
    ],
    'body',
  ],
  ['a body without proof', [['body', 'accepted']], undefined],
  ['no answer', [['stream', 'timeout']], undefined],
] as [string, [Transport, string][], Transport | undefined][])(
  'what is proven of the server by %s',
  (_, attempts, proven) => {
    expect(provenTransport(attempts.map(([as, name]) => ({ as, reply: reply(name) })))).toBe(
      proven,
    );
  },
);

test.each([
  [4_100, 5],
  [0, 0],
  [-1_000, 0],
  // The clock was set back by nine minutes meanwhile.
  [544_000, 60],
])(
  'a launch that is to be sent in %i ms says so in seconds, and no more than it waits',
  (left, said) => {
    expect(secondsToWait(now + left, now)).toBe(said);
  },
);
