import { expect, test } from 'vitest';
import { withChosen } from './history-choice.ts';

const [a, b] = [{ id: 'a' }, { id: 'b' }];

test.each([
  ['the first tick', [], 'a', true, ['a']],
  ['a second tick', [a], 'b', true, ['a', 'b']],
  ['the same tick again', [a, b], 'b', true, ['a', 'b']],
  ['a tick that is taken away', [a, b], 'a', false, ['b']],
])('%s', (_, chosen, id, isChosen, after) => {
  expect(withChosen(chosen, id, isChosen)).toEqual(after);
});

test('a third tick is refused, and replaces none of the others', () => {
  expect(withChosen([a, b], 'c', true)).toBeUndefined();
});
