import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { kickoffExplainAnswer } from '../scripts/explain-answer.ts';

const script = fileURLToPath(new URL('../scripts/kickoff-explain.ts', import.meta.url));
const body = '{"flowId":"3f2b8a10-6c1d-4e57-9b42-0d7e5a91c833","data":{"Flow.a":"b"},"async":true}';

describe('kickoff-explain', () => {
  test.each([
    ['standard input', ['--json'], body],
    ['a file that is not there', ['no-such-file'], ''],
  ])('as a program, with %s, prints the answer and ends as it says', async (_, args, input) => {
    const command = ['--import', 'tsx', script, ...args];
    const program = spawnSync(process.execPath, command, { input, encoding: 'utf8' });
    const { status, stdout, stderr } = program;
    expect({ status, stdout, stderr }).toEqual(await explained(args, input));
  });

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

  test('says how it is used where nothing is given, and where it is asked', async () => {
    const asked = await kickoffExplainAnswer(['--help'], undefined);
    expect(asked).toMatchObject({ status: 0, stderr: '' });
    const { status, stdout, stderr } = await kickoffExplainAnswer([], undefined);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(asked.stdout);
    expect(stderr).toContain('kickoff-explain [--json] [FILE]');
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

/** What the command answers, without a process for each request. */
function explained(args: readonly string[], input: string) {
  return kickoffExplainAnswer(args, async () => Buffer.from(input));
}
