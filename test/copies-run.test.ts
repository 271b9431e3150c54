import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copiesOf } from '../src/core/copy/forms.ts';

/** What can be run here is run: the copied text sends the request that was copied, byte for byte. */
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
  inputData: {
    'Flow.name': `it's "so" \\ 東京 🎉 $HOME %PATH% \`date\``,
    'Flow.lines': 'one\ntwo\t',
    'Flow.json': { vip: true, none: null, list: [1, -2.5, 'x'] },
  },
};
const path = '/api/v2/flows/executions';

function copied(id: string): string {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}${path}`;
  const headers = { 'Content-Type': 'application/json' };
  const copies = copiesOf({ method: 'POST', url, headers, body: JSON.stringify(body) });
  return copies.find((it) => it.id === id)?.text ?? '';
}

const env = { ...process.env, GENESYS_TOKEN: 'of-a-test', NO_PROXY: '127.0.0.1' };
const python = spawnSync('python3', ['--version']).status === 0;

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

  test.runIf(python)('in Python', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copies-'));
    writeFileSync(join(folder, 'requests.py'), requestsModule);
    writeFileSync(join(folder, 'launch.py'), copied('python-requests'));
    await expectSent(() => run('python3', [join(folder, 'launch.py')], { env }));
  });

  // `require` finds the package from the folder of the project.
  test('in Node, with the SDK of Genesys', async () => {
    await expectSent(() => run(process.execPath, ['-e', copied('javascript-sdk')], { env }));
  });

  test('to the standard input of gc', async () => {
    const gc = 'gc() { cat; }\n';
    const { stdout } = await run('bash', ['-c', gc + copied('gc')], { env });
    expect(JSON.parse(stdout)).toEqual(body);
  });
});

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
