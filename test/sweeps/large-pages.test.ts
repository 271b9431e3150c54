import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReader, type ReaderStage } from '../harness/reader.ts';

let reader: ReaderStage;

beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

test.each([100_000, 500_000])(
  '%i elements: what is in view is read, and the rest is said to be missing',
  async (count) => {
    await reader.open('<main id=list></main>');
    await reader.page.evaluate((rows) => {
      const list = document.getElementById('list') as HTMLElement;
      list.innerHTML = Array.from(
        { length: rows / 2 },
        (_, row) => `<p><b>Row ${row}</b></p>`,
      ).join('');
      const middle = list.children[rows / 4] as HTMLElement;
      middle.textContent = 'Phone (415) 555-0187';
      middle.scrollIntoView({ block: 'center' });
    }, count);
    const read = await reader.read();
    expect(read.facts.map(({ value }) => value)).toContain('Phone (415) 555-0187');
    if (count === 500_000) expect(read.complete).toBe(false);
  },
);

test('800 empty frames, each of which takes milliseconds to look into, leave time for the text', async () => {
  const above = '<p>Above</p>'.repeat(300);
  await reader.open(`${above}<p>Phone (415) 555-0187</p>${'<iframe></iframe>'.repeat(800)}`);
  const read = await reader.read();
  expect(read.facts.map(({ value }) => value)).toContain('Phone (415) 555-0187');
  expect(read.unread).toContain('limit');
});
