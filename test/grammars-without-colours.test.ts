import { build } from 'vite';
import { expect, test } from 'vitest';
import { grammarsWithoutColours } from '../scripts/grammars-without-colours.ts';

/** What a page that imports this comes to, unminified. */
async function built(source: string): Promise<string> {
  const entry = '/the-page.js';
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: [
      {
        name: 'the-page',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? source : null),
      },
      grammarsWithoutColours(),
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  });
  const [output] = [result].flat();
  if (output === undefined || !('output' in output)) throw new Error('Nothing was built');
  return output.output[0].code;
}

test.each(['javascript', 'python', 'java', 'go', 'php'])(
  'the grammar of %s is built without the colours of an editor and the log of the parser',
  async (language) => {
    const code = await built(`export { parser } from '@lezer/${language}';`);
    expect(code).toContain('deserialize(');
    expect(code).not.toMatch(/styleTags|propSources: \[\w|controlKeyword|console\.log/);
  },
);
