import { execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Finding, Measurement } from './finding.ts';
import { sampleOf } from './sample.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const clone = `${root}.build/bench-clone`;

/**
 * `npm test` on a fresh clone of the last commit, with a package cache that has everything, and once
 * more; and how long the second one's set-up and checks take.
 */
export const setUp: Measurement = {
  name: 'set-up',
  async run() {
    rmSync(clone, { recursive: true, force: true });
    execFileSync('git', ['clone', '--quiet', root, clone]);
    const first = await timeSteps();
    const second = await timeSteps();
    rmSync(clone, { recursive: true, force: true });
    return [
      seconds('set-up-fresh', total(first)),
      seconds('set-up-again', total(second)),
      ...second.map(({ step, took }) => seconds(`set-up-again-${step}`, took)),
    ];
  },
};

interface Step {
  step: string;
  took: number;
}

/** Runs the tests. They may fail: how long they take is the question here, and it is said. */
async function timeSteps(): Promise<Step[]> {
  const child = spawn('npm', ['test'], { cwd: clone, stdio: ['ignore', 'pipe', 'ignore'] });
  const steps: (Step & { began: number })[] = [
    { step: 'set-up', took: 0, began: performance.now() },
  ];
  const next = (step: string | undefined): void => {
    const now = performance.now();
    const last = steps.at(-1);
    if (last) last.took = (now - last.began) / 1000;
    if (step !== undefined) steps.push({ step, took: 0, began: now });
  };
  for await (const line of createInterface({ input: child.stdout })) {
    // npm announces the script that comes after the set-up: `> kickoff-for-genesys-cloud@0.1.0 check`. What that runs
    // side by side it does not announce.
    const step = /^> kickoff-\S+ (check)$/.exec(line)?.[1];
    if (step !== undefined) next(step);
  }
  next(undefined);
  const code = await new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode);
    child.once('close', resolve);
  });
  if (code !== 0) console.error(`set-up: npm test ended with ${code}`);
  return steps;
}

function seconds(name: string, took: number): Finding {
  return { name, unit: 's', ours: sampleOf([took]) };
}

function total(steps: readonly Step[]): number {
  return steps.reduce((sum, { took }) => sum + took, 0);
}
