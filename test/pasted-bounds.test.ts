import { describe, expect, test } from 'vitest';
import { reportOnPaste } from '../src/core/diagnosis/pasted-request.ts';
import { pasteShapes } from './harness/paste-shapes.ts';
import { mostForAPaste, pasteTime } from './harness/paste-time.ts';
import { english, pastedForms } from './harness/pasted-forms.ts';

/**
 * What is pasted may be of any size and shape: it ends in time, throws nothing and is never run.
 * `test/sweeps/pasted-megabytes.test.ts` has a megabyte of each form and shape.
 */
const url = 'https://api.mypurecloud.com/api/v2/flows/executions';
const groups = [...new Set(pastedForms.map(({ group }) => group))];

describe('ends in time:', () => {
  test.each(Object.entries(pasteShapes(0.1)))('%s', async (_name, pasted) => {
    expect(await pasteTime(pasted)).toBeLessThan(0.1 * mostForAPaste);
  });

  test.each(groups)('2 kB of %s, in 30 ms once its grammar is loaded', async (group) => {
    const all = pastedForms.filter((it) => it.group === group).map(({ pasted }) => pasted);
    const pasted = all.join('\n\n').slice(0, 2_000);
    let least = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 20 && least >= 30; run += 1) {
      least = Math.min(least, await pasteTime(pasted));
    }
    expect(least).toBeLessThan(30);
  });
});

describe('nothing that is pasted is run', () => {
  test.each([
    `globalThis.wasRun = true; fetch('${url}', { body: (() => { globalThis.wasRun = true })() })`,
    `fetch('${url}', { body: \`\${globalThis.wasRun = true}\` })`,
  ])('%s', async (pasted) => {
    await reportOnPaste(pasted, english);
    expect('wasRun' in globalThis).toBe(false);
  });
});
