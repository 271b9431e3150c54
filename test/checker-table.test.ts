import { expect, test } from 'vitest';
import { parsePaste } from '../src/core/paste/parse.ts';
import type { Piece } from '../src/core/request/piece.ts';
import { pastedForms } from './harness/pasted-forms.ts';

/** The table in the docs is made of what the tests' own snippets hold, so that it says nothing else. */
interface Row {
  readonly group: string;
  readonly form: string;
  readonly pieces: Piece[];
}

const titles: Readonly<Record<string, string>> = {
  answers: 'Responses and executions',
  apex: 'Apex',
  around: 'Posts, logs and panels of tools',
  csharp: 'C#',
  exports: 'Exports and other files',
  go: 'Go',
  hosts: 'Hosts',
  'left-out': 'With parts left out',
  others: 'Others',
  java: 'Java',
  javascript: 'JavaScript, TypeScript',
  php: 'PHP',
  powershell: 'PowerShell',
  python: 'Python',
  shell: 'Shells',
  tools: 'Logs, lists and files of tools',
};

const columns: readonly (readonly [string, (piece: Piece) => boolean])[] = [
  ['address', (it) => it.kind === 'request' && it.request.url !== undefined],
  ['headers', (it) => it.kind === 'request' && it.request.headers.length > 0],
  ['body', (it) => it.kind === 'request' && it.request.bodyText !== undefined],
  ['what is left open', (it) => it.kind === 'request' && isOpen(it.request)],
  ['response', (it) => it.kind === 'answer' || (it.kind === 'request' && it.answer !== undefined)],
  ['execution', (it) => it.kind === 'execution'],
];

test('docs/what-the-checker-reads.md lists every form with what is read of it', async () => {
  const rows: Row[] = [];
  for (const { group, pasted } of pastedForms) {
    const read = await parsePaste(pasted);
    for (const piece of read.ok ? read.value : []) {
      const form = formOf(piece);
      const row = rows.find((it) => it.group === group && it.form === form);
      if (row === undefined) rows.push({ group, form, pieces: [piece] });
      else row.pieces.push(piece);
    }
  }
  expect(rows.length).toBeGreaterThan(30);
  const names = columns.map(([name]) => name);
  const page = [
    '# What the checker reads',
    '',
    'Paste any of these into the checker: in the options, on the page that `npm run build:checker`',
    'builds, or into `kickoff-explain`. If a paste holds several, each is judged, the launch first. A dot',
    'says that the checker reads this part of the form. `test/checker-table.test.ts` writes this page',
    'from the snippets in `test/fixtures/forms`; beside them lies what is found in each.',
    '',
    `| written in | read as | ${names.join(' | ')} | snippets |`,
    `|---|---|${names.map(() => ':-:|').join('')}--:|`,
    ...rows.map(({ group, form, pieces }) => {
      const dots = columns.map(([, isRead]) => (pieces.some(isRead) ? '•' : ''));
      return `| ${titles[group] ?? group} | ${form} | ${dots.join(' | ')} | ${pieces.length} |`;
    }),
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../docs/what-the-checker-reads.md');
});

function formOf(piece: Piece): string {
  if (piece.kind === 'answer') return 'response';
  if (piece.kind === 'execution') return 'execution';
  return piece.request.form === '' ? 'JSON or a literal alone' : piece.request.form;
}

/** Variables and templates keep their places. */
function isOpen({
  url = '',
  bodyText = '',
  bodyBehind,
  headers,
}: Extract<Piece, { kind: 'request' }>['request']): boolean {
  const texts = [url, bodyText, ...headers.map(({ value }) => value)];
  return bodyBehind !== undefined || texts.some((it) => /\{\{|\$\{|\$[A-Z]|@\{|%\w+%/.test(it));
}
