import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { yamlWithoutWriter } from '../scripts/yaml-without-writer.ts';
import { builtSource } from './harness/built-source.ts';

test('YAML is read without what writes it and its older types', async () => {
  const code = await builtSource("export { load } from 'js-yaml';", yamlWithoutWriter());
  expect(code).not.toMatch(/Reflect\.get|DUMP_SCHEMA|yaml\.org,2002:(?:binary|omap|pairs)/);
  const built = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const text =
    'a: [1, true, null, "b", 2020-01-01]\nc:\n  - &x\n    d: |\n      e\n  - *x\n  - <<: f';
  expect(built.load(text)).toEqual(load(text));
});
