import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteRuleSchema } from '../../src/core/settings/site-rule.ts';
import { openReader, type ReaderStage } from '../harness/reader.ts';

let reader: ReaderStage;

beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

describe('a selector that another person wrote', () => {
  const deep = `${'<div class=a><p>x</p>'.repeat(250)}${'</div>'.repeat(250)}`;
  const wide = '<section class=a><p>x</p><p>y</p></section>'.repeat(1_500);

  test.each([
    `${'* '.repeat(49)}none`,
    `none ${'* '.repeat(48)}`,
    `${'.a ~ '.repeat(49)}.b`,
    `${'.a ~ * '.repeat(24)}*`,
    `.b ${'.a ~ .a > * ~ * '.repeat(11)}*`,
    `*:has(${'* '.repeat(48)}none)`,
    `*${':has(.b ~ *)'.repeat(24)}`,
    `:is(${'* > *, '.repeat(24)}none)`,
    `${':not(.b '.repeat(49)}${')'.repeat(49)}`,
    `:nth-child(2n + 1 of ${'* ~ '.repeat(45)}*)`,
  ])('%s costs a page of 5,000 elements at most 100 ms', async (selector) => {
    const fields = { customerId: { selector } };
    const rule = { name: 'x', match: ['https://a.example/*'], fields };
    expect(siteRuleSchema.safeParse(rule).success).toBe(true);
    await reader.open(deep + wide);
    const time = await reader.page.evaluate((hostile) => {
      const times = [0, 1, 2, 3, 4].map(() => {
        const started = performance.now();
        try {
          document.querySelectorAll(hostile);
        } catch {
          // No selector at all, which the browser says at once.
        }
        return performance.now() - started;
      });
      return Math.min(...times);
    }, selector);
    expect(time).toBeLessThan(100);
  });
});
