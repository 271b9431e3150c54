import { expect, test } from 'vitest';
import { pageToRead } from './read-page-entry.ts';

const page = { id: 'ann', html: '<p>Ann' };

test('a page is read as for a firm whose numbers have the forms that are given', async () => {
  expect(await pageToRead({ ...page, inHouseNumbers: ['6###'] }, '0')).toMatchObject({
    inHouseNumbers: ['6###'],
  });
  expect(await pageToRead(page, '0')).toMatchObject({ inHouseNumbers: [] });
});

test.each([['6###'], [['6xxx']], [[6]]])('%j is no list of such forms', async (inHouseNumbers) => {
  const { error } = (await pageToRead({ ...page, inHouseNumbers }, '0')) as { error?: string };
  expect(error).toContain('inHouseNumbers');
});
