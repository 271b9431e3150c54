import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMessage, readReply } from './protocol.ts';

const id = '8d9e6f1a-1111-4222-8333-444455556666';

describe('a question', () => {
  test('is read, without what does not belong to it', () => {
    const raw = {
      ask: 'readFlow',
      question: { connection: 'Test', flowId: id, url: 'x' },
      more: 1,
    };
    expect(readMessage(raw)).toEqual({
      ask: 'readFlow',
      question: { connection: 'Test', flowId: id },
    });
  });

  test.each([
    undefined,
    null,
    'signOut',
    { ask: 'signOut' },
    { ask: 'signOut', question: {} },
    { ask: 'signOut', question: { connection: '' } },
    { ask: 'constructor', question: {} },
    { ask: '__proto__', question: {} },
    { ask: 'readFlow', question: { connection: 'Test', flowId: '../users/me' } },
    { ask: 'launch', question: { id, connection: 'Test', flowId: id } },
    { ask: 'cancel', question: { launchId: 7 } },
  ])('is not %o', (raw) => {
    expect(readMessage(raw)).toBeUndefined();
  });

  test('that is anything at all does no harm', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ ask: fc.string(), question: fc.anything() })),
        (raw) => {
          expect(readMessage(raw)).toBeUndefined();
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('an answer', () => {
  test.each([
    { ok: true, value: null },
    { ok: false, failure: { code: 'connection-missing', params: { name: 'Test' } } },
  ])('%o is taken as it is', (raw) => {
    expect(readReply(raw)).toEqual(raw);
  });

  test.each([undefined, null, 'yes', { ok: true }, { ok: false }, { ok: 1, value: null }])(
    'that is none, %o, means that the worker is silent',
    (raw) => {
      expect(readReply(raw)).toEqual({ ok: false, failure: { code: 'worker-silent', params: {} } });
    },
  );
});
