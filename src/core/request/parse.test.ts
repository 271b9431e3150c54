import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRequest } from '../doctor/check.ts';
import { longestPaste, parseRequest } from './parse.ts';

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
    ['prose', 'my launch does not work', 'request.not-a-request'],
    ['a curl command without an address', 'curl -X POST', 'request.not-a-request'],
    ['a fetch without an address', 'fetch()', 'request.not-a-request'],
  ])('%s', (_name, text, code) => {
    expect(parseRequest(text)).toEqual({ ok: false, failure: expect.objectContaining({ code }) });
  });

  test('the longest paste is still read', () => {
    const start = 'POST /api/v2/flows/executions\n\n';
    expect(parseRequest(start + ' '.repeat(longestPaste - start.length)).ok).toBe(true);
  });

  test('a nested body within a readable request is malformed, not a crash', () => {
    const text = `POST /api/v2/flows/executions\n\n${'{"a":'.repeat(10_000)}`;
    expect(codes(text)).toContain('malformed-json');
  });
});

describe('odd bodies', () => {
  test('a name that is given twice is pointed out', () => {
    expect(codes(`POST /x\n\n{"flowId":"${id}","flowId":"${id}"}`)).toContain('malformed-json');
  });

  test('__proto__ stays a name and changes no prototype', () => {
    const text = `{"flowId":"${id}","inputData":{"__proto__":{"polluted":true},"a":1},"__proto__":{"x":1}}`;
    const seen = parseRequest(text);
    const checked = seen.ok ? checkRequest(seen.value) : undefined;
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
  ])('%s', (_name, text) => {
    const seen = parseRequest(text);
    expect(seen.ok).toBe(true);
    expect(JSON.stringify(seen)).not.toContain(secret);
    expect(seen.ok && JSON.stringify(checkRequest(seen.value))).not.toContain(secret);
  });
});

test('no text makes it crash', () => {
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
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.array(piece, { maxLength: 12 }), (start, pieces) => {
      const seen = parseRequest(start + pieces.join(''));
      if (seen.ok) JSON.stringify(checkRequest(seen.value));
    }),
    { numRuns: 300 },
  );
});

test('whatever JSON a body holds, the corrected request is found to be in order', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (body) => {
      const request = { method: 'POST', url: '/api/v2/flows/executions', body };
      const seen = parseRequest(JSON.stringify(request));
      if (!seen.ok) return;
      const { corrected } = checkRequest(seen.value);
      const again = parseRequest(JSON.stringify({ ...corrected, headersShown: true }));
      const left = again.ok ? checkRequest(again.value).findings : [];
      const sure = left.filter(({ certainty }) => certainty === 'certain').map(({ code }) => code);
      expect(sure.filter((code) => !['ok', 'malformed-flow-id'].includes(code))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

function codes(text: string): string[] {
  const seen = parseRequest(text);
  return seen.ok ? checkRequest(seen.value).findings.map(({ code }) => code) : [];
}
