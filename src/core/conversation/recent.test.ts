import { expect, test } from 'vitest';
import { conversationWith, idOf } from '../../../test/harness/conversations.ts';
import { afterReading, isOldReading, withoutOld } from './recent.ts';

const minute = 60_000;
const start = 1_000_000;
const ada = conversationWith({ id: idOf(1) });
const ben = conversationWith({ id: idOf(2) });

const statesOf = ({ conversations }: ReturnType<typeof afterReading>) =>
  conversations.map(({ conversation: { id, state, endedAt } }) => [id, state, endedAt]);

test('one that is no longer listed has ended, and goes ten minutes after it was last seen', () => {
  const first = afterReading(undefined, [ada, ben], true, start);
  const second = afterReading(first, [ben], true, start + 4 * minute);
  expect(statesOf(second)).toEqual([
    [ben.id, 'connected', undefined],
    [ada.id, 'ended', start],
  ]);
  const third = afterReading(second, [ben], true, start + 9 * minute);
  expect(statesOf(third)).toContainEqual([ada.id, 'ended', start]);
  expect(statesOf(afterReading(third, [ben], true, start + 10 * minute))).toEqual([
    [ben.id, 'connected', undefined],
  ]);
});

test('one that was last seen long ago may have ended at any time since, and is not kept', () => {
  const first = afterReading(undefined, [ada], true, start);
  expect(statesOf(afterReading(first, [], true, start + 60 * minute))).toEqual([]);
});

test('one that is listed as ended goes ten minutes after its end', () => {
  const over = { ...ada, state: 'ended', endedAt: start - 8 * minute } as const;
  const known = afterReading(undefined, [over], true, start);
  expect(statesOf(known)).toEqual([[ada.id, 'ended', start - 8 * minute]]);
  expect(withoutOld(known, start + minute).conversations).toHaveLength(1);
  expect(withoutOld(known, start + 2 * minute).conversations).toHaveLength(0);
});

test('one that comes back is as it is listed', () => {
  const gone = afterReading(afterReading(undefined, [ada], true, start), [], true, start + 1);
  expect(statesOf(afterReading(gone, [ada], true, start + 2))).toEqual([
    [ada.id, 'connected', undefined],
  ]);
});

test('colleagues among themselves are not kept', () => {
  const internal = conversationWith({ customers: [] });
  expect(afterReading(undefined, [internal], true, start).conversations).toEqual([]);
});

test('a reading says how old it is from two minutes on', () => {
  expect(isOldReading({ readAt: start }, start + 2 * minute - 1)).toBe(false);
  expect(isOldReading({ readAt: start }, start + 2 * minute)).toBe(true);
});
