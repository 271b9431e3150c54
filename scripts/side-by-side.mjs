// `node scripts/side-by-side.mjs e2e unit`: runs these scripts of package.json at the same time. The first has the
// terminal, and the others take what processor time it leaves. What they wrote is printed once they have ended, or last
// of all where they failed. Fails if one of them fails. Plain JavaScript, so that nothing is compiled first.
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { text } from 'node:stream/consumers';

const [first = '', ...others] = process.argv.slice(2);
const started = [run(first, 'inherit')];
// Programs that are started from here on inherit it.
setPriority(constants.priority.PRIORITY_LOW);
started.push(...others.map((name) => run(name, 'pipe')));

const failed = (await Promise.all(started)).filter(({ status }) => status !== 0);
for (const { output } of failed) process.stderr.write(output);
for (const { name } of failed) console.error(`npm run ${name} failed.`);
process.exitCode = failed.length > 0 ? 1 : 0;

/**
 * @param {string} name
 * @param {'inherit' | 'pipe'} out
 */
async function run(name, out) {
  const child = spawn(`npm run --silent ${name} 2>&1`, {
    shell: true,
    stdio: ['ignore', out, 'inherit'],
  });
  /** @type {Promise<number | null>} */
  const closed = new Promise((resolve) => child.once('close', resolve));
  const output = child.stdout ? await text(child.stdout) : '';
  const status = await closed;
  if (status === 0) process.stdout.write(output);
  return { name, output, status };
}
