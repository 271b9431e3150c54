import { describe, expect, test } from 'vitest';
import { callWith, noPage, pageWith } from '../../../test/harness/conversations.ts';
import type { Conversation } from './conversation.ts';
import { type Choice, whichCustomer } from './which-customer.ts';

const ada = '+14155550101';
const ben = '+14155550102';
const cleo = '+493023125555';
const adaCalls = callWith(ada);
const benToo = callWith(ben, 'connected', 2);

const decide = ({
  page = noPage,
  live,
  choice,
}: {
  page?: typeof noPage;
  live: Conversation[];
  choice?: Choice;
}) => whichCustomer({ page, conversations: live, complete: true, first: 'ask', choice });

describe('what the person chose', () => {
  const [party] = decide({ live: [adaCalls] }).parties;
  const key = party?.key ?? '';
  const disagreeing = { page: pageWith(cleo), live: [adaCalls] };

  test.each<[Choice]>([
    [{ take: 'page' }],
    [{ take: 'conversation', party: key }],
    [{ take: 'both', party: key }],
  ])('%j counts', (choice) => {
    const decision = decide({ ...disagreeing, choice });
    expect(decision).toMatchObject({
      verdict: 'disagree',
      take: choice.take,
      chosen: true,
      sure: false,
    });
    expect(decision.party?.key).toBe(key);
  });

  test('may be one that has ended, or that is only listened to', () => {
    for (const one of [callWith(ben, 'ended', 2), { ...benToo, monitored: true }]) {
      const live = [adaCalls, one];
      const other = decide({ live }).parties.find(({ conversation }) => conversation.id === one.id);
      const ended = one.state === 'ended';
      const choice = { take: 'conversation', party: other?.key, ended } as const;
      expect(decide({ live, choice })).toMatchObject({ take: 'conversation', party: other });
    }
  });

  test('has to be chosen again once it has ended', () => {
    const choice = { take: 'both', party: key } as const;
    const live = [callWith(ada, 'ended')];
    expect(decide({ live, choice })).toMatchObject({ take: 'neither', sure: false });
    expect(decide({ live, choice: { ...choice, ended: true } }).take).toBe('both');
  });

  test('is not replaced by another customer once it is no more', () => {
    const choice = { take: 'conversation', party: key } as const;
    expect(decide({ live: [benToo], choice })).toMatchObject({
      take: 'neither',
      sure: false,
      chosen: false,
    });
  });
});
