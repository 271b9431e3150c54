import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerWith } from '../../../test/harness/conversations.ts';
import { understand } from './conversation.ts';
import { contextFields } from './fields.ts';
import { customerOfPage } from './page-customer.ts';
import { partiesOf, whichCustomer } from './which-customer.ts';

// Each field of each participant holds a value that no other one has, so a value tells whose it is.

const states = [
  'alerting',
  'dialing',
  'connected',
  'disconnected',
  'terminated',
  'none',
  'parked',
  'humming',
];
const lists = ['calls', 'callbacks', 'messages', 'chats', 'emails', 'socialExpressions'];
const purposes = [
  'customer',
  'external',
  'agent',
  'user',
  'acd',
  'ivr',
  'dialer.system',
  'workflow',
  undefined,
];
const types = ['sms', 'whatsapp', 'open', 'webmessaging', undefined];

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const time = fc
  .integer({ min: 0, max: 59 })
  .map((minute) => `2026-11-02T09:${String(minute).padStart(2, '0')}:00Z`);

const legArbitrary = fc.record({
  list: fc.constantFrom(...lists),
  state: maybe(fc.constantFrom(...states)),
  direction: maybe(fc.constantFrom('inbound', 'outbound')),
  held: maybe(fc.boolean()),
  type: fc.constantFrom(...types),
});

const participantArbitrary = fc.record({
  purpose: fc.constantFrom(...purposes),
  user: fc.constantFrom('me', 'colleague', undefined, undefined),
  told: fc.record({
    name: fc.boolean(),
    address: fc.boolean(),
    ani: fc.boolean(),
    contact: fc.boolean(),
  }),
  startTime: maybe(time),
  endTime: maybe(time),
  consulted: fc.boolean(),
  legs: fc.array(legArbitrary, { maxLength: 3 }),
});

type Sketch = ReturnType<typeof participantArbitrary.generate>['value'];

/** The participant at a place, all of whose values tell the place. */
function participant(sketch: Sketch, place: number): Record<string, unknown> {
  const number = (kind: number) =>
    `+1415${String(place).padStart(3, '0')}${kind}${String(place).padStart(3, '0')}`;
  const mark = (what: string) => `${what} of participant ${place}`;
  const made: Record<string, unknown> = {
    id: `p${place}`,
    purpose: sketch.purpose,
    userId: sketch.user === 'colleague' ? mark('user') : sketch.user,
    startTime: sketch.startTime,
    endTime: sketch.endTime,
    consultParticipantId: sketch.consulted ? 'p0' : undefined,
    name: sketch.told.name ? mark('Name') : undefined,
    address: sketch.told.address ? `tel:${number(1)}` : undefined,
    ani: sketch.told.ani ? `tel:${number(2)}` : undefined,
    aniName: mark('Claim'),
    externalContactId: sketch.told.contact ? mark('contact') : undefined,
    attributes: { account: mark('account'), [`only ${place}`]: mark('only') },
  };
  for (const { list, ...leg } of sketch.legs) {
    const full = {
      ...leg,
      self: { addressNormalized: `tel:${number(3)}`, name: mark('Self') },
      fromAddress: { addressNormalized: `tel:${number(4)}`, name: mark('From') },
      toAddress: { addressNormalized: `tel:${number(5)}`, name: mark('To') },
      callbackNumbers: [number(6)],
      callbackUserName: mark('Callback'),
      socialUserName: mark('Social'),
    };
    made[list] = [...((made[list] as unknown[]) ?? []), full];
  }
  return made;
}

/** Whose value it is; `undefined` for a value of no person, such as a state. */
function ownerOf(value: string): number | undefined {
  const place = /of participant (\d+)$/.exec(value)?.[1] ?? /^\+1415(\d{3})\d\1$/.exec(value)?.[1];
  return place === undefined ? undefined : Number(place);
}

describe('no field of another participant than the customer gets into the form', () => {
  test('whatever the conversation is made of, and whichever customer is chosen', () => {
    let filled = 0;
    fc.assert(
      fc.property(fc.array(participantArbitrary, { maxLength: 50 }), (sketches) => {
        const participants = [...sketches.map(participant), { purpose: 'agent', userId: 'me' }];
        const conversation = understand(answerWith(participants), 'me');
        const live = conversation ? [conversation] : [];
        const facts = {
          page: customerOfPage(undefined),
          conversations: live,
          complete: true,
          first: 'ask',
        } as const;
        const choices = partiesOf(live).map(
          ({ key }) => ({ take: 'conversation', party: key, ended: true }) as const,
        );
        for (const choice of [undefined, ...choices]) {
          const decision = whichCustomer({ ...facts, choice });
          const means = { contactTypes: ['Voice'], readNumber: () => undefined };
          const fields = contextFields(undefined, decision, means);
          for (const { best, others } of Object.values(fields)) {
            for (const { value } of [...(best ? [best] : []), ...others]) {
              const owner = ownerOf(value);
              if (owner === undefined) continue;
              filled += 1;
              expect(`p${owner}`).toBe(decision.party?.customer.id);
              const { purpose, userId } = Object(participants[owner]);
              expect(['customer', 'external']).toContain(purpose);
              expect(userId).toBeUndefined();
            }
          }
        }
      }),
      { numRuns: 2_000, seed: 1 },
    );
    expect(filled).toBeGreaterThan(4_000);
  });

  test('nor the organization’s own number, which outbound calls show and outbound messages are from', () => {
    fc.assert(
      fc.property(fc.array(participantArbitrary, { minLength: 1, maxLength: 6 }), (sketches) => {
        const outbound = sketches.map((sketch) => ({
          ...sketch,
          legs: sketch.legs.map((leg) => ({ ...leg, direction: 'outbound' as const })),
        }));
        const conversation = understand(answerWith(outbound.map(participant)), 'me');
        for (const { customer } of partiesOf(conversation ? [conversation] : [])) {
          expect(customer.numbers.filter((number) => /^\+1415\d{3}[24]/.test(number))).toEqual([]);
        }
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
