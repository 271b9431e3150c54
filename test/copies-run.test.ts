import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copiesOf } from '../src/core/copy/forms.ts';

/**
 * What can be run here is run: the copied text sends the request that was copied, byte for byte. The
 * SDKs of Python, Java, Go and C# are stood in for by what `fixtures/sdks` has of them: the classes,
 * methods and types that the copied text uses, as their documentation has them.
 */
const run = promisify(execFile);
const seen: { method?: string; url?: string; headers: IncomingMessage['headers']; body: string }[] =
  [];
const server = createServer(async (request, response) => {
  const { method, url, headers } = request;
  seen.push({ headers, body: await text(request), ...(method && { method }), ...(url && { url }) });
  response.setHeader('content-type', 'application/json').end('{"id":"e"}');
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

const body = {
  flowId: '3f2b8a10-6c1d-4e57-9b42-0d7e5a91c833',
  flowVersion: '3.0',
  name: 'From a "copy"',
  inputData: {
    'Flow.name': `it's "so" \\ 東京 🎉 $HOME %PATH% \`date\``,
    'Flow.lines': 'one\ntwo\t',
    'Flow.json': { vip: true, none: null, list: [1, -2.5, 'x'] },
  },
};
const path = '/api/v2/flows/executions';

function origin(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function copied(id: string, at = origin()): string {
  const url = `${at}${path}`;
  const headers = { 'Content-Type': 'application/json' };
  const copies = copiesOf({ method: 'POST', url, headers, body: JSON.stringify(body) });
  return copies.find((it) => it.id === id)?.text ?? '';
}

const env = { ...process.env, GENESYS_TOKEN: 'of-a-test', NO_PROXY: '127.0.0.1' };

/** What runs a language, and whether it is installed here. */
const isHere = {
  Python: spawnSync('python3', ['--version']).status === 0,
  Java: ['javac', 'java'].every((it) => spawnSync(it, ['-version']).status === 0),
  Go: spawnSync('go', ['version']).status === 0,
  'C#': ['mcs', 'mono'].every((it) => spawnSync(it, ['--version']).status === 0),
};
const missing = Object.entries(isHere).flatMap(([name, is]) => (is ? [] : [name]));

/** The package `requests`, as far as the copied text needs it, so that none must be installed. */
const requestsModule = `
import json as writer, urllib.request
class Response:
    def __init__(self, answer): self.status_code, self.text = answer.status, answer.read().decode()
def request(method, url, headers=None, json=None, data=None):
    headers = {"Content-Type": "application/json", **headers} if json is not None else headers
    sent = writer.dumps(json).encode() if json is not None else data.encode()
    return Response(urllib.request.urlopen(urllib.request.Request(url, data=sent, headers=headers, method=method)))
`;

describe('the copied text, when it is run, sends the same request', () => {
  test('in bash, with curl', async () => {
    await expectSent(() => run('bash', ['-c', copied('curl-bash')], { env }));
  });

  test('in Node', async () => {
    await expectSent(() => run(process.execPath, ['-e', copied('fetch')], { env }));
  });

  test.runIf(isHere.Python)('in Python', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copies-'));
    writeFileSync(join(folder, 'requests.py'), requestsModule);
    writeFileSync(join(folder, 'launch.py'), copied('python-requests'));
    await expectSent(() => run('python3', [join(folder, 'launch.py')], { env }));
  });

  // `require` finds the package from the folder of the project.
  test('in Node, with the SDK of Genesys', async () => {
    await expectSent(() => run(process.execPath, ['-e', copied('javascript-sdk')], { env }));
  });

  test.runIf(isHere.Python)('in Python, with the SDK of Genesys', async () => {
    const folder = sdk('python');
    writeFileSync(join(folder, 'launch.py'), copied('python-sdk'));
    await expectSent(() => run('python3', [join(folder, 'launch.py')], { env }));
  });

  test.runIf(isHere.Java)('in Java, with the SDK of Genesys', { timeout: 120_000 }, async () => {
    const folder = sdk('java');
    const { begin, rest } = parted(copied('java-sdk'), /^import /);
    const main = `public static void main(String[] args) throws Exception {\n${rest}\n}`;
    writeFileSync(join(folder, 'Launch.java'), `${begin}\nclass Launch {\n${main}\n}\n`);
    const javac = ['-encoding', 'UTF-8', '-sourcepath', folder, join(folder, 'Launch.java')];
    await run('javac', javac, { env });
    await expectSent(() => run('java', ['-cp', folder, 'Launch'], { env }));
  });

  test.runIf(isHere.Go)('in Go, with the SDK of Genesys', { timeout: 240_000 }, async () => {
    const folder = sdk('go');
    const imports = 'import (\n"fmt"\n"os"\n"launch/platformclientv2"\n)';
    const main = `func main() {\n${copied('go-sdk')}\n}`;
    writeFileSync(join(folder, 'main.go'), `package main\n${imports}\n${main}\n`);
    const built = join(folder, 'launch');
    await run('go', ['build', '-o', built, '.'], { cwd: folder, env });
    await expectSent(() => run(built, { env }));
  });

  test.runIf(isHere['C#'])('in C#, with the SDK of Genesys', { timeout: 120_000 }, async () => {
    const folder = sdk('csharp');
    const { begin, rest } = parted(copied('csharp-sdk', 'https://api.mypurecloud.de'), /^using /);
    const main = `class Launch { static void Main() {\n${rest}\n} }`;
    const files = [join(folder, 'Sdk.cs'), join(folder, 'Launch.cs')];
    writeFileSync(files[1] ?? '', `${begin}\n${main}\n`);
    const built = join(folder, 'launch.exe');
    await run('mcs', [`-out:${built}`, ...files], { env });
    await expectSent(() => run('mono', [built], { env: { ...env, SDK_ORIGIN: origin() } }));
    expect(seen[0]?.headers['x-region']).toBe('eu_central_1');
  });

  // Where all of them should be there, KICKOFF_ALL_LANGUAGES=yes makes a missing one a failure.
  const notRun = missing.length === 0 ? 'nothing' : missing.join(', ');
  test(`with ${notRun} left out, which is not installed here`, () => {
    const needed = process.env.KICKOFF_ALL_LANGUAGES === 'yes' ? [] : missing;
    expect(missing).toEqual(needed);
  });

  test('to the standard input of gc', async () => {
    const gc = 'gc() { cat; }\n';
    const { stdout } = await run('bash', ['-c', gc + copied('gc')], { env });
    expect(JSON.parse(stdout)).toEqual(body);
  });
});

/** A folder with what stands in for an SDK. */
function sdk(language: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'copies-'));
  cpSync(new URL(`fixtures/sdks/${language}/`, import.meta.url), folder, { recursive: true });
  return folder;
}

/** The lines that stand before all classes, and the rest, which stands in a method. */
function parted(text: string, first: RegExp): { begin: string; rest: string } {
  const lines = text.split('\n');
  return {
    begin: lines.filter((line) => first.test(line)).join('\n'),
    rest: lines.filter((line) => !first.test(line)).join('\n'),
  };
}

async function expectSent(send: () => Promise<unknown>): Promise<void> {
  seen.length = 0;
  await send();
  expect(seen).toHaveLength(1);
  const [sent] = seen;
  expect(sent).toMatchObject({
    method: 'POST',
    url: path,
    headers: { authorization: 'Bearer of-a-test', 'content-type': 'application/json' },
  });
  expect(JSON.parse(sent?.body ?? '')).toEqual(body);
}
