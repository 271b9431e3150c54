import { expect, test } from 'vitest';
import { grammarsWithoutColours } from '../scripts/grammars-without-colours.ts';
import { builtSource } from './harness/built-source.ts';

test.each(['javascript', 'python', 'java', 'go', 'php'])(
  'the grammar of %s is built without the colours of an editor and the log of the parser',
  async (language) => {
    const code = await builtSource(
      `export { parser } from '@lezer/${language}';`,
      grammarsWithoutColours(),
    );
    expect(code).toContain('deserialize(');
    expect(code).not.toMatch(/styleTags|propSources: \[\w|controlKeyword|console\.log/);
  },
);
