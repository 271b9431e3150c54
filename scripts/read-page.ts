/**
 * `npm run --silent read-page < pages.json`: how pages are read, and how sure that is. Takes a list
 * `[{ "id", "html" or "file", "url"?, "country"?, "language"?, "inHouseNumbers"? }]` from standard input, opens each page
 * in one browser with the built extension, reads it as the popup does, and prints a list of
 * `{ id, fields, complete, unread }`. See docs/read-page.md.
 *
 * Ends with 1 where one of the pages could not be read (its entry has an `error`), and with 2 where
 * standard input holds no list.
 */
import { buffer } from 'node:stream/consumers';
import { openPageReading, type PageAnswer } from '../test/harness/page-reading.ts';
import { pageToRead } from './read-page-entry.ts';

const list = parsed((await buffer(process.stdin)).toString('utf8'));
if (!Array.isArray(list)) {
  process.stderr.write(
    'A JSON list of pages is expected on standard input: [{ "id": "1", "html": "<p>…" }].\n',
  );
  process.exitCode = 2;
} else {
  const answers = await answer(list);
  process.stdout.write(`${JSON.stringify(answers, null, 2)}\n`);
  if (answers.some(({ error }) => error !== undefined)) process.exitCode = 1;
}

async function answer(entries: readonly unknown[]): Promise<PageAnswer[]> {
  if (entries.length === 0) return [];
  const reading = await openPageReading();
  try {
    const answers: PageAnswer[] = [];
    for (const [place, entry] of entries.entries()) {
      const page = await pageToRead(entry, String(place));
      answers.push(
        'error' in page
          ? { id: page.id, fields: {}, complete: false, unread: [], error: page.error }
          : await reading.read(page),
      );
    }
    return answers;
  } finally {
    await reading.close();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
