import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newLaunch } from './event.ts';
import { historyCsv } from './history-export.ts';

const launchNamed = (name: string) =>
  newLaunch(
    { id: 'l-1', connection: { name, key: 'k' }, flow: { id: 'f-1', name }, inputs: { name } },
    0,
  );

/** The cells as a spreadsheet finds them, for which quotes count at the start of a cell alone. */
function cellsOf(csv: string, separator: string): string[] {
  const cells: string[] = [];
  let rest = csv.replace(/^\ufeff/, '');
  const isEnd = (char: string | undefined) =>
    char === undefined || char === separator || /[\r\n]/.test(char);
  while (rest !== '') {
    let at = 0;
    let cell = '';
    if (rest[0] === '"') {
      for (at = 1; at < rest.length; at += 1) {
        if (rest[at] === '"' && rest[at + 1] !== '"') break;
        if (rest[at] === '"') at += 1;
        cell += rest[at];
      }
      at += 1;
    }
    while (!isEnd(rest[at])) {
      cell += rest[at];
      at += 1;
    }
    cells.push(cell);
    rest = rest.slice(at + 1);
  }
  return cells;
}

const character = fc.constantFrom(...'=+-@%|;,\t\r\n"\' ab1＝', '\u200b');
const hostile = fc.string({ unit: character, minLength: 1, maxLength: 30 });

test.each([',', ';', '\t', '|'])(
  'no cell of the history is a formula where cells end at %j',
  (separator) => {
    fc.assert(
      fc.property(hostile, (name) => {
        const cells = cellsOf(historyCsv([launchNamed(name)]), separator);
        const formulas = cells.filter((cell) => /^[\s"\u200b\ufeff]*[=+\-@%＝＋－＠]/.test(cell));
        expect(formulas).toEqual([]);
      }),
      { numRuns: 500 },
    );
  },
);

test('values that are no formula stay as they are', () => {
  const name = 'Rückruf; a-b, 3 = 4 | "x"';
  expect(cellsOf(historyCsv([launchNamed(name)]), ',')).toContain(name);
});
