import { describe, expect, test } from 'vitest';
import type { Language } from './language.ts';
import { readCode } from './read.ts';

/** What it comes to, and the processor time that it takes, in milliseconds. */
async function timed(language: Language, text: string) {
  await readCode(language, '');
  const start = process.cpuUsage();
  const code = await readCode(language, text);
  const { user, system } = process.cpuUsage(start);
  return { code, milliseconds: (user + system) / 1000 };
}

/** Each took a grammar from 6 seconds to two minutes, or ran out of stack. */
describe('what is hard for a grammar is read up to there, and in time:', () => {
  test.each<[string, Language, string]>([
    ['JavaScript with comments that never end', 'javascript', '/*'.repeat(25_000)],
    ['Java with comments that never end', 'java', '/*'.repeat(25_000)],
    ['Python with strings that never end', 'python', '"""a" '.repeat(15_000)],
    ['Go with calls that never end', 'go', 'f('.repeat(25_000)],
    ['Java with templates that never end', 'java', '`${'.repeat(15_000)],
    ['C# with questions within questions', 'csharp', 'if(a)'.repeat(10_000)],
  ])('%s', async (_, language, hard) => {
    const { code, milliseconds } = await timed(language, `x = 'y';\n${hard}`);
    expect(milliseconds).toBeLessThan(2_000);
    expect(code.isCut).toBe(true);
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
