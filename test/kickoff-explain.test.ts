import { spawn } from 'node:child_process';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** The command as `npx` runs it, but for its bundle. */
const script = fileURLToPath(new URL('../scripts/kickoff-explain.ts', import.meta.url));
const body = '{"flowId":"3f2b8a10-6c1d-4e57-9b42-0d7e5a91c833","data":{"Flow.a":"b"},"async":true}';

describe('kickoff-explain', () => {
  test('says in words what is wrong, what is right, what moved and what has no place', async () => {
    const { status, stdout } = await explained([], body);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^A launch of a flow\./);
    expect(stdout).toContain('- The inputs are sent as “data”');
    expect(stdout).toContain('Corrected request:\n  POST /api/v2/flows/executions');
    expect(stdout).toContain('Moved:\n  data.Flow.a → inputData.Flow.a');
    expect(stdout).toContain('Left out:\n  async: true');
  });

  test('says the same as JSON', async () => {
    const { stdout } = await explained(['--json'], body);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'launch', leftOut: [{ path: 'async' }] });
  });

  test('reads a file', async () => {
    const file = fileURLToPath(new URL('fixtures/forms/shell.txt', import.meta.url));
    const { status, stdout } = await explained([file], '');
    expect(status).toBe(0);
    expect(stdout).toContain('read as gc');
  });

  test.each([
    [['no-such-file'], 'cannot be read'],
    [['--nope'], 'Unknown option'],
    [[], 'nothing to check'],
  ])('ends with 2 and says why for %j', async (args, why) => {
    const { status, stdout, stderr } = await explained(args, '');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(why);
  });
});

async function explained(args: readonly string[], input: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args]);
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  return { status: await ended, stdout, stderr };
}
