import { expect, test } from 'vitest';
import { pageReader } from './page-reader.ts';

test('what is injected is small', () => {
  expect(pageReader.toString().length).toBeLessThan(30_000);
});
