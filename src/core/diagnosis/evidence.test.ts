import { expect, test } from 'vitest';
import { evidenceNeeded } from './evidence.ts';

test.each([
  ['an empty 400', 400, '', ['flow', 'user']],
  ['a published cause', 400, '{"code":"flow.config.not.published"}', []],
  ['a published cause in an input', 400, '{"code":"variable.value.not.allowed"}', ['flow']],
  ['a code that says nothing', 400, '{"code":"bad.request"}', ['flow', 'user']],
  ['a scope that is named', 403, '{"code":"app.not.authorized.for.scope"}', []],
  ['a permission that is not', 403, '{"code":"architect.missing.permission"}', ['user', 'flow']],
  ['an opaque 401', 401, '', ['token']],
  ['too many requests', 429, '', []],
  ['an unavailable service', 503, '', []],
])('%s', (_name, status, body, probes) => {
  expect(evidenceNeeded({ status, body, headers: {}, cut: false })).toEqual(probes);
});

test('nothing is asked where there is no connection', () => {
  expect(evidenceNeeded({ noAnswer: 'offline' })).toEqual([]);
});
