import { expect, test } from 'vitest';
import { isWebPage, notRead } from './error-body.ts';

const page = '<!doctype html><html><body>Sign in to the network</body></html>';
const answer = (body: string, headers = {}) => ({ status: 200, headers, body, cut: false });

test.each([
  ['a page', answer(`\n${page}`), true],
  [
    'a page of the API itself, with its correlation ID',
    answer(page, { 'inin-correlation-id': 'x' }),
    false,
  ],
  ['JSON', answer('{"entities":[]}'), false],
  ['text that only mentions a page', answer('"<html>"'), false],
  ['nothing', answer(''), false],
])('%s', (_, answered, expected) => {
  expect(isWebPage(answered)).toBe(expected);
});

test('a web page is named as what it is, and anything else by what was asked', () => {
  const code = (body: string) => notRead(answer(body), 'table-not-read');
  expect(code(page)).toMatchObject({
    failure: { code: 'proxy-answered', params: { status: 200 } },
  });
  expect(code('{')).toMatchObject({ failure: { code: 'table-not-read', params: { status: 200 } } });
});
