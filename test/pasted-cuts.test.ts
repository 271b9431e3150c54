import { describe, expect, test } from 'vitest';
import type { Report } from '../src/core/diagnosis/pasted-report.ts';
import { reportOnPaste } from '../src/core/diagnosis/pasted-request.ts';
import { cpuTimeOf } from './harness/cpu-time.ts';
import { english, pastedForms } from './harness/pasted-forms.ts';

/** Of each snippet this many beginnings are read, at places that are the same in each run. */
const cutsOfEach = Number(process.env.CUTS ?? 12);

/** Processor time of this process, so that other work on the machine counts little. */
const mostMilliseconds = 200;

/**
 * What breaks off may say otherwise where it goes on: no beginning of a snippet may throw, take long,
 * or make something certain that the whole does not.
 */
describe.each(pastedForms)('$group: $name', ({ pasted, name }) => {
  test('makes nothing certain where it breaks off', async () => {
    const whole = certainIn(await reported(pasted));
    for (const end of placesIn(pasted.length, name)) {
      let cut: readonly Report[] = [];
      const milliseconds = await cpuTimeOf(async () => {
        cut = await reported(pasted.slice(0, end));
      });
      expect(milliseconds, `milliseconds for ${end} characters`).toBeLessThan(mostMilliseconds);
      const more = [...certainIn(cut)].filter((it) => !whole.has(it));
      expect(more, pasted.slice(Math.max(0, end - 60), end)).toEqual([]);
    }
  });
});

async function reported(pasted: string): Promise<readonly Report[]> {
  const reports = await reportOnPaste(pasted, english);
  return reports.ok ? reports.value : [];
}

function certainIn(reports: readonly Report[]): ReadonlySet<string> {
  const all = reports.flatMap(({ findings, refusal = [] }) => [...findings, ...refusal]);
  return new Set(all.filter(({ certainty }) => certainty === 'certain').map(({ code }) => code));
}

/** Places spread over a text by a hash of its name. */
function placesIn(length: number, name: string): number[] {
  let state = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return Array.from({ length: cutsOfEach }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return 1 + (state % Math.max(1, length - 1));
  });
}
