import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each(['accent', 'warn'])('the badge has the colour of --%s in the light theme', (token) => {
  const tokens = readFileSync(new URL('../ui/kit/tokens.css', import.meta.url), 'utf8');
  const badge = readFileSync(new URL('./badge.ts', import.meta.url), 'utf8');
  const [, light = 'none'] = new RegExp(`--${token}: light-dark\\((#\\w{6}),`).exec(tokens) ?? [];
  expect(badge).toContain(`'${light}'`);
});
