import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const page = readFileSync(new URL('docs/security.md', root), 'utf8');
const rows = page.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.trim());
  return /^\d+$/.test(cells[1] ?? '')
    ? [{ number: Number(cells[1]), shownBy: cells[3] ?? '' }]
    : [];
});

test('there is a row for each of the 58 promises', () => {
  const numbers = new Set(rows.map(({ number }) => number));
  expect([...numbers]).toEqual(Array.from({ length: 58 }, (_, place) => place + 1));
});

describe.each(rows)('promise $number', ({ shownBy }) => {
  test(`is held: ${shownBy.replaceAll('%', '%%')}`, () => {
    const [, path = '', title = ''] = /^`([^`]+\.test\.ts)` › (.+)$/.exec(shownBy) ?? [];
    if (path === '') {
      expect(shownBy).toMatch(/^Not tested: .{30,}/);
      return;
    }
    const file = new URL(path, root);
    expect(existsSync(file), path).toBe(true);
    const titles = readFileSync(file, 'utf8').replaceAll("\\'", "'");
    expect(titles, title).toContain(title);
  });
});
