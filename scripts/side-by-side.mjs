// `node scripts/side-by-side.mjs lint types dead`: runs these scripts of package.json at the same time, because each of
// them keeps about one core busy. Prints what each wrote once it has ended, those that failed last, and fails with them.
// Plain JavaScript, so that nothing is compiled first.
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

const ended = await Promise.all(process.argv.slice(2).map(run));
const failed = ended.filter(({ status }) => status !== 0);
for (const { output } of ended.filter(({ status }) => status === 0)) process.stdout.write(output);
for (const { output } of failed) process.stderr.write(output);
for (const { name } of failed) console.error(`npm run ${name} failed.`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** @param {string} name */
async function run(name) {
  const child = spawn(`npm run --silent ${name} 2>&1`, {
    shell: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  /** @type {Promise<number | null>} */
  const closed = new Promise((resolve) => child.once('close', resolve));
  const output = await text(child.stdout);
  return { name, output, status: await closed };
}
