import { expect, test } from 'vitest';
import { readInHouse } from './in-house.ts';

test.each([
  ['6002', ['6###'], '6002'],
  [' tel:6002 ', ['4##', '6###'], '6002'],
  ['6002', ['6##'], undefined],
  ['5002', ['6###'], undefined],
  ['60-2', ['####'], undefined],
  ['٦٠٠٢', ['####'], undefined],
  ['', [''], undefined],
  ['6002', [], undefined],
])('%j by %j', (text, forms, wanted) => {
  expect(readInHouse(text, forms)?.e164).toBe(wanted);
});
