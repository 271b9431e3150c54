import { describe, expect, test } from 'vitest';
import { cpuTimeOf } from '../../../test/harness/cpu-time.ts';
import type { Language } from './language.ts';
import { readCode } from './read.ts';

/** Each took a grammar from 6 seconds to two minutes, or ran out of stack. */
describe('what is hard for a grammar is read up to there, and in time:', () => {
  test.each<[string, Language, string]>([
    ['JavaScript with comments that never end', 'javascript', '/*'.repeat(25_000)],
    ['Java with comments that never end', 'java', '/*'.repeat(25_000)],
    ['Python with strings that never end', 'python', '"""a" '.repeat(15_000)],
    ['Go with calls that never end', 'go', 'f('.repeat(25_000)],
    ['Java with templates that never end', 'java', '`${'.repeat(15_000)],
    ['JavaScript with minus signs alone', 'javascript', '-'.repeat(50_000)],
    ['Go with stars alone', 'go', '*'.repeat(50_000)],
    ['Go with a star on each line', 'go', '*\n'.repeat(25_000)],
    ['C# with questions within questions', 'csharp', 'if(a)'.repeat(10_000)],
  ])('%s', async (_, language, hard) => {
    // The grammar is loaded by then.
    await readCode(language, '');
    const milliseconds = await cpuTimeOf(async () => {
      const { isCut } = await readCode(language, `x = 'y';\n${hard}`);
      expect(isCut).toBe(true);
    });
    expect(milliseconds).toBeLessThan(2_000);
  });
});

test('of code that is longer than people paste, the beginning is read', async () => {
  const { isCut, names } = await readCode('javascript', `const a = 'b';\n${' '.repeat(60_000)}x;`);
  expect(names.get('a')).toBeDefined();
  expect(isCut).toBe(true);
});

test('code with as many brackets as people write is read to its end', async () => {
  const many = "f({ a: [(1)], b: { c: ')' } });\n".repeat(400);
  const { isCut, names } = await readCode('javascript', `${many}const last = 'b';`);
  expect(names.get('last')).toBeDefined();
  expect(isCut).toBe(false);
});
