import { describe, expect, test } from 'vitest';
import { answerWith } from '../../../test/harness/conversations.ts';
import { understand } from './conversation.ts';

const me = 'me';

describe('what comes in different forms', () => {
  const customer = { id: 'c', purpose: 'customer', address: 'tel:+15550199800' };
  const agent = { id: 'a', purpose: 'agent', userId: me };
  const of = (...participants: object[]) => understand(answerWith(participants), me);
  const connected = { state: 'connected', direction: 'inbound' };

  test.each<[string, object, object, string]>([
    ['held on the agent’s leg', { ...connected, held: true }, connected, 'held'],
    ['held on the customer’s leg', connected, { ...connected, held: true }, 'held'],
    ['confined on the customer’s leg', connected, { ...connected, confined: true }, 'held'],
    ['a state that is new', { state: 'humming' }, connected, 'connected'],
    ['a state that is missing', {}, connected, 'connected'],
    ['a state in capitals', { state: 'DISCONNECTED' }, connected, 'ended'],
    ['an end without a state', { disconnectedTime: '2026-11-02T09:10:00Z' }, connected, 'ended'],
    ['dialing', { state: 'dialing' }, { state: 'contacting' }, 'alerting'],
    ['offered', { state: 'offering' }, connected, 'alerting'],
    ['a fax', { state: 'transmitting' }, { state: 'transmitting' }, 'connected'],
  ])('%s', (_, mine, theirs, state) => {
    expect(of({ ...agent, calls: [mine] }, { ...customer, calls: [theirs] })?.state).toBe(state);
  });

  test.each<[string, object, string]>([
    ['a wrap-up that is required', { wrapupRequired: true }, 'after-call-work'],
    ['a wrap-up that is done', { wrapupRequired: true, wrapup: { code: 'x' } }, 'ended'],
    ['a wrap-up that was skipped', { wrapupRequired: true, wrapupSkipped: true }, 'ended'],
    ['after-call work that has ended', { wrapupRequired: true, endAcwTime: 'x' }, 'ended'],
    ['no wrap-up', { wrapupRequired: false }, 'ended'],
  ])('%s', (_, mine, state) => {
    const over = { ...agent, ...mine, calls: [{ state: 'terminated' }] };
    expect(of(over, { ...customer, calls: [{ state: 'terminated' }] })?.state).toBe(state);
  });

  test.each<[string, object, string[]]>([
    [
      'the participant’s address',
      { address: 'tel:+15550199800', calls: [connected] },
      ['+15550199800'],
    ],
    [
      'the far end’s own address',
      {
        address: undefined,
        calls: [{ ...connected, self: { addressNormalized: 'tel:+15550199801' } }],
      },
      ['+15550199801'],
    ],
    [
      'the address as it came',
      { address: undefined, calls: [{ ...connected, self: { addressRaw: 'sip:+15550199801@x' } }] },
      ['+15550199801'],
    ],
    [
      'the caller’s number',
      { address: undefined, ani: 'tel:+15550199802', calls: [connected] },
      ['+15550199802'],
    ],
    [
      'not the number that an outbound call shows',
      {
        address: undefined,
        ani: 'tel:+15550100199',
        calls: [{ ...connected, direction: 'outbound' }],
      },
      [],
    ],
    [
      'not that number either where it stands as the address',
      {
        address: 'tel:+15550100199',
        ani: 'tel:+15550100199',
        calls: [{ ...connected, direction: 'outbound' }],
      },
      [],
    ],
    [
      'not a caller’s number without a direction',
      { address: undefined, ani: 'tel:+15550199802', calls: [{}] },
      [],
    ],
    ['nothing without a leg', {}, []],
  ])('the number is %s', (_, theirs, numbers) => {
    const found = of({ ...agent, calls: [connected] }, { ...customer, ...theirs });
    expect(found?.customers[0]?.numbers).toEqual(numbers);
  });

  test('the number that was dialed is not the customer’s', () => {
    const participants = [agent, { ...customer, address: 'tel:+15550100199', calls: [connected] }];
    const answer = answerWith(participants, { address: 'tel:+15550100199' });
    expect(understand(answer, me)?.customers[0]?.numbers).toEqual([]);
  });

  test('a user of the organization is no customer, whatever the purpose', () => {
    const outsider = { ...customer, calls: [connected] };
    const others = [
      { ...outsider, id: 'u', userId: 'colleague' },
      { ...outsider, id: 's', address: 'sip:642c+acme.orgspan.com@localhost' },
      { ...outsider, id: 'd', purpose: 'dialer.system' },
      { ...outsider, id: 'n', purpose: undefined },
    ];
    const found = of({ ...agent, calls: [connected] }, ...others, outsider);
    expect(found?.customers.map(({ id }) => id)).toEqual(['c']);
  });

  test('of customers who came and went the one who is there counts, else the newest', () => {
    const gone = { ...customer, id: 'gone', calls: [{ state: 'terminated' }] };
    const there = { ...customer, id: 'there', address: 'tel:+15550199801', calls: [connected] };
    const first = { ...gone, id: 'first', startTime: '2026-11-02T09:00:00Z' };
    const last = { ...gone, id: 'last', startTime: '2026-11-02T09:05:00Z' };
    expect(of(agent, gone, there, first)?.customers.map(({ id }) => id)).toEqual(['there']);
    expect(of(agent, last, first)?.customers.map(({ id }) => id)).toEqual(['last']);
  });

  test('the queue is the agent’s, else the last one', () => {
    const queue = (name: string, startTime: string) => ({
      purpose: 'acd',
      queueId: `id ${name}`,
      queueName: name,
      startTime,
    });
    const queues = [
      queue('Sales', '2026-11-02T09:00:00Z'),
      queue('Support', '2026-11-02T09:05:00Z'),
    ];
    expect(of(agent, ...queues)).toMatchObject({ queueName: 'Support', queueId: 'id Support' });
    const own = { ...agent, queueId: 'id Sales' };
    expect(of(own, ...queues)).toMatchObject({ queueName: 'Sales', queueId: 'id Sales' });
  });

  test('where the user is unknown the customer’s leg says how it stands', () => {
    const answer = answerWith([{ ...customer, calls: [connected] }]);
    expect(understand(answer, undefined)?.state).toBe('connected');
  });
});
