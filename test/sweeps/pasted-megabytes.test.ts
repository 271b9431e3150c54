import { expect, test } from 'vitest';
import { pasteShapes } from '../harness/paste-shapes.ts';
import { mostForAPaste, pasteTime } from '../harness/paste-time.ts';
import { pastedForms } from '../harness/pasted-forms.ts';

const groups = [...new Set(pastedForms.map(({ group }) => group))];

test.each(groups)('a megabyte of %s is explained in time', async (group) => {
  const all = pastedForms.filter((it) => it.group === group).map(({ pasted }) => pasted);
  const once = all.join('\n\n');
  const pasted = once.repeat(Math.ceil(990_000 / once.length)).slice(0, 990_000);
  expect(await pasteTime(pasted)).toBeLessThan(mostForAPaste);
});

test.each(Object.entries(pasteShapes(1)))(
  '%s: a megabyte is explained in time',
  async (_name, pasted) => {
    expect(await pasteTime(pasted)).toBeLessThan(mostForAPaste);
  },
);
