import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRequest } from '../doctor/check.ts';
import { longestPaste } from '../request/longest.ts';
import type { SeenRequest } from '../request/seen.ts';
import { parsePaste } from './parse.ts';

const id = 'a1b2c3d4-e5f6-7890-abcd-ef1234567890';

describe('what cannot be read is refused with a reason', () => {
  test.each([
    ['a paste of 5 MB', `curl https://x -d '${'x'.repeat(5_000_000)}'`, 'request.too-long'],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000', 'request.binary'],
    ['nothing', ' \n ', 'request.empty'],
    ['10,000 open brackets', '['.repeat(10_000), 'request.too-deep'],
    [
      '10,000 nested objects',
      `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
      'request.too-deep',
    ],
  ])('%s', async (_name, text, code) => {
    expect(await parsePaste(text)).toEqual({
      ok: false,
      failure: expect.objectContaining({ code }),
    });
  });

  test.each([
    ['prose', 'my launch does not work'],
    ['a curl command without an address', 'curl -X POST'],
    ['a fetch without an address', 'fetch()'],
  ])('nothing is found in %s', async (_name, text) => {
    expect(await parsePaste(text)).toEqual({ ok: true, value: [] });
  });

  test('the longest paste is still read', async () => {
    const start = 'POST /api/v2/flows/executions\n\n';
    const paste = start + ' '.repeat(longestPaste - start.length);
    expect(await requestIn(paste)).toMatchObject({ method: 'POST' });
  });

  test('a nested body within a readable request is malformed, not a crash', async () => {
    const text = `POST /api/v2/flows/executions\n\n${'{"a":'.repeat(10_000)}`;
    expect(await codes(text)).toContain('malformed-json');
  });
});

describe('odd bodies', () => {
  test('a name that is given twice is pointed out', async () => {
    const text = `POST /x/flows/executions\n\n{"flowId":"${id}","flowId":"${id}"}`;
    expect(await codes(text)).toContain('malformed-json');
  });

  test('__proto__ stays a name and changes no prototype', async () => {
    const text = `{"flowId":"${id}","inputData":{"__proto__":{"polluted":true},"a":1},"__proto__":{"x":1}}`;
    const seen = await requestIn(text);
    const checked = seen && checkRequest(seen);
    expect(Object.hasOwn({}, 'polluted')).toBe(false);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(checked?.findings.map(({ code }) => code)).toContain('unknown-root-field');
    expect(JSON.stringify(checked?.corrected.body)).toContain('"__proto__"');
  });
});

describe('secrets are masked at once', () => {
  const secret = 'Zk3-canary_91x.TOKEN';
  test.each([
    ['bash', `curl https://api.mypurecloud.de/x -H 'Authorization: Bearer ${secret}' -d '{}'`],
    ['without a scheme', `curl https://api.mypurecloud.de/x -H "Authorization: ${secret}" -d '{}'`],
    ['user and password', `curl https://api.mypurecloud.de/x -u client:${secret} -d '{}'`],
    ['address', `curl "https://api.mypurecloud.de/x?access_token=${secret}" -d '{}'`],
    ['cookie', `curl https://api.mypurecloud.de/x -b 'session=${secret}' -d '{}'`],
    ['body', `POST /x\n\n{"client_secret":"${secret}","flowId":"${id}"}`],
    ['fetch', `fetch('/x', { method: 'POST', headers: { authorization: 'bearer ${secret}' } })`],
    [
      'PowerShell',
      `irm https://x.y/z -Method Post -Headers @{ Authorization = "Bearer ${secret}" }`,
    ],
  ])('%s', async (_name, text) => {
    const seen = await requestIn(text);
    expect(seen).toBeDefined();
    expect(JSON.stringify(seen)).not.toContain(secret);
    expect(seen && JSON.stringify(checkRequest(seen))).not.toContain(secret);
  });
});

test('no text makes it crash', async () => {
  const starts = ['', 'curl ', 'curl.exe -d "', 'fetch(', 'POST /', '{', '[', 'irm @{', 'irm @"\n'];
  const piece = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom(
      '"',
      "'",
      '`',
      '\\',
      '^',
      '@{',
      '@(',
      '${',
      '{{',
      '“',
      '$(',
      "$'",
      '\n',
      '(',
      '[',
      ':',
      ',',
      '-H ',
      '-d ',
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.array(piece, { maxLength: 12 }),
      async (start, pieces) => {
        const seen = await requestIn(start + pieces.join(''));
        if (seen !== undefined) JSON.stringify(checkRequest(seen));
      },
    ),
    { numRuns: 300 },
  );
});

test('whatever JSON a body holds, the corrected request is found to be in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (body) => {
      const request = { method: 'POST', url: '/api/v2/flows/executions', body };
      const seen = await requestIn(JSON.stringify(request));
      if (seen === undefined) return;
      const { corrected } = checkRequest(seen);
      const again = await requestIn(JSON.stringify({ ...corrected, headersShown: true }));
      const left = again === undefined ? [] : checkRequest(again).findings;
      const sure = left.filter(({ certainty }) => certainty === 'certain').map(({ code }) => code);
      expect(sure.filter((code) => !['ok', 'malformed-flow-id'].includes(code))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

/** The first request in a text. */
async function requestIn(text: string): Promise<SeenRequest | undefined> {
  const pieces = await parsePaste(text);
  const [piece] = pieces.ok ? pieces.value : [];
  return piece?.kind === 'request' ? piece.request : undefined;
}

async function codes(text: string): Promise<string[]> {
  const seen = await requestIn(text);
  return seen === undefined ? [] : checkRequest(seen).findings.map(({ code }) => code);
}
