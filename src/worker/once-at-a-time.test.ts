import { expect, test } from 'vitest';
import { onceAtATime } from './once-at-a-time.ts';

test('who asks while work is under way gets its result, and who asks later has it done again', async () => {
  let done = 0;
  const work = async () => {
    await Promise.resolve();
    done += 1;
    return done;
  };
  const together = [onceAtATime('flows', work), onceAtATime('flows', work)];
  const other = onceAtATime('session', work);
  expect(await Promise.all([...together, other])).toEqual([1, 1, 2]);
  expect(await onceAtATime('flows', work)).toBe(3);
});

test('work that failed fails for all who waited, and is done again for the next', async () => {
  const fail = () => Promise.reject(new Error('refused'));
  const results = await Promise.allSettled([
    onceAtATime('flows', fail),
    onceAtATime('flows', fail),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await onceAtATime('flows', async () => 'read')).toBe('read');
});
