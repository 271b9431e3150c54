import { load } from 'js-yaml';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { yamlWithoutWriter } from '../scripts/yaml-without-writer.ts';

test('YAML is read without what writes it and its older types', async () => {
  const entry = '/the-page.js';
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: [
      {
        name: 'the-page',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? "export { load } from 'js-yaml';" : null),
      },
      yamlWithoutWriter(),
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  });
  const [output] = [result].flat();
  if (output === undefined || !('output' in output)) throw new Error('Nothing was built');
  const { code } = output.output[0];
  expect(code).not.toMatch(/Reflect\.get|DUMP_SCHEMA|yaml\.org,2002:(?:binary|omap|pairs)/);
  const built = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const text =
    'a: [1, true, null, "b", 2020-01-01]\nc:\n  - &x\n    d: |\n      e\n  - *x\n  - <<: f';
  expect(built.load(text)).toEqual(load(text));
});
