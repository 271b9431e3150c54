import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const docs = new URL('../docs/', import.meta.url);
const guides = readdirSync(docs).filter((name) => name.startsWith('guide-'));
const read = (name: string) => readFileSync(new URL(name, docs), 'utf8');
const pictureShape = /!\[([^\]]*)\]\(([^)]+)\)/g;

describe.each(guides)('%s', (guide) => {
  const pictures = [...read(guide).matchAll(pictureShape)];

  test('shows pictures that are there, each with words for those who cannot see it', () => {
    expect(pictures.length).toBeGreaterThan(2);
    for (const [, words = '', path = ''] of pictures) {
      expect(existsSync(new URL(path, docs)), path).toBe(true);
      expect(words.length, path).toBeGreaterThan(40);
    }
  });

  test('names commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('../package.json', docs), 'utf8'));
    for (const [, name = ''] of read(guide).matchAll(/npm run (?:--silent )?([\w:-]+)/g)) {
      expect(Object.keys(scripts)).toContain(name);
    }
  });
});

test('every picture made for the guides is shown in one', () => {
  const made = readdirSync(new URL('pictures/guides/', docs));
  const shown = guides.map(read).join('\n');
  expect(made.filter((name) => !shown.includes(`pictures/guides/${name}`))).toEqual([]);
});
