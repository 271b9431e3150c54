import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { explainAnswer } from '../scripts/explain-answer.ts';
import { fill, type Text } from '../src/core/base/text.ts';
import { reportOn } from '../src/core/diagnosis/pasted-request.ts';

/** A request, what it shows, the names that the findings must mention, and the body as it should be. */
interface Row {
  name: string;
  source?: string;
  request?: object;
  text?: string;
  shows: string[];
  naming: string[];
  corrected: object | null;
}

const script = fileURLToPath(new URL('../scripts/explain.ts', import.meta.url));
const catalogue: Record<string, { message: string }> = json('../public/_locales/en/messages.json');
const text: Text = (key, params) => fill(catalogue[key]?.message ?? '', params);
const rows: Row[] = [
  ...json<Row[]>('fixtures/requests/seen.json'),
  ...json<Row[]>('fixtures/requests/more.json'),
];

test('there are requests to check', () => {
  expect(rows.length).toBeGreaterThan(80);
});

const reports = await Promise.all(
  rows.map(async (row) => {
    const report = await reportOn(row.text ?? JSON.stringify(row.request), text);
    if (!report.ok || Array.isArray(report.value)) throw new Error(`${row.name} is one request`);
    return { ...row, report: report.value };
  }),
);

describe.each(reports)('$name', ({ shows, naming, corrected, report }) => {
  const { kind, findings, corrected: right } = report;

  test('is a launch', () => {
    expect(kind).toBe('launch');
  });

  test('is found out', () => {
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(shows));
  });

  test('is not charged with anything else for certain', () => {
    const certain = findings.filter(({ certainty }) => certainty === 'certain');
    expect(certain.map(({ code }) => code).filter((code) => !shows.includes(code))).toEqual([]);
  });

  test('hears the names at fault', () => {
    const said = JSON.stringify(findings);
    expect(naming.filter((name) => !said.includes(name))).toEqual([]);
  });

  test('gets the body that was meant', () => {
    expect(right?.body).toEqual(corrected);
    expect(right?.method).toBe('POST');
    expect(right?.url).toMatch(/^(?:http.*)?\/api\/v2\/flows\/executions$/);
  });

  test('is told in whole sentences', () => {
    for (const { cause, remedy } of findings) {
      expect(`${cause} ${remedy}`).toMatch(/^.+\. .+\.$/);
      expect(`${cause} ${remedy}`).not.toMatch(/\{(?:key|names?|inputs|id|host|right|path|type)\}/);
    }
  });
});

describe('the command', () => {
  test.each([
    ['a request', '{"flowId":"3f2b8a10-6c1d-4e57-9b42-0d7e5a91c833","data":{"Flow.a":"b"}}'],
    ['what is none', 'nothing like a request'],
    ['nothing', ''],
  ])('as a program prints the answer about %s, and ends as it says', async (_, input) => {
    const command = ['--import', 'tsx', script];
    const program = spawnSync(process.execPath, command, { input, encoding: 'utf8' });
    const { status, stdout, stderr } = program;
    expect({ status, stdout, stderr }).toEqual(await explainCommand(input));
  });

  test('answers a request with a report', async () => {
    const row = rows.find(({ name }) => name === 'curl for bash');
    const { status, stdout } = await explainCommand(row?.text ?? '');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).findings[0].code).toBe('wrong-envelope');
    expect(stdout).not.toContain('abc123def456ghi');
  });

  test('says what the answer adds', async () => {
    const request = rows.find(({ name }) => name === 'inputs under payload')?.request;
    const response = { status: 403, body: { code: 'app.not.authorized.for.scope' } };
    const { stdout } = await explainCommand(JSON.stringify({ ...request, response }));
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [{ code: 'wrong-envelope' }],
      refusal: [{ code: 'missing-scope', scope: 'architect' }],
    });
  });

  test('answers a list with a list', async () => {
    const { stdout } = await explainCommand(JSON.stringify([rows[0]?.request, rows[1]?.request]));
    expect(JSON.parse(stdout)).toHaveLength(2);
  });

  test.each([
    ['nothing like a request', 'nothing-found'],
    ['"text"', 'nothing-found'],
    ['{"to": "+15550100"}', 'not-a-launch'],
  ])('calls %j unknown, and ends with 2', async (input, code) => {
    const { status, stdout, stderr } = await explainCommand(input);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'unknown', findings: [{ code }] });
    expect(stderr).toContain('No request');
  });

  test.each([
    ['', 'nothing to check'],
    ['{"method": "POST", "url"', 'not valid JSON'],
    ['[{"method": "POST", "url": "/"}, 7]', 'Request 2'],
  ])('ends with 2 and says why for %j', async (input, why) => {
    const { status, stdout, stderr } = await explainCommand(input);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(why);
  });
});

function json<Value>(path: string): Value {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

/** What the command answers, without a process for each request. */
function explainCommand(input: string) {
  return explainAnswer(Buffer.from(input));
}

describe('an answer that names no cause', () => {
  const answer =
    'HTTP/1.1 400 Bad Request\n\n{"message":"Bad Request","code":"bad.request","status":400}';
  const launch = (body: string) =>
    `curl -X POST https://api.mypurecloud.de/api/v2/flows/executions -H 'Content-Type: application/json' -H 'Authorization: Bearer t' -d '${body}'`;
  const flowId = '11111111-2222-4333-8444-555566667777';

  test.each([
    ['alone, the request is asked for', answer, /^Paste the request as well/],
    [
      'beside a request with mistakes, these are to be corrected',
      `${launch(`{"flowId":"${flowId}","data":{"Flow.a":"b"}}`)}\n\n${answer}`,
      /^Correct the request as shown/,
    ],
    [
      'beside a right one, what the request does not show',
      `${launch(`{"flowId":"${flowId}","inputData":{"Flow.a":"b"}}`)}\n\n${answer}`,
      /^The request has the right format/,
    ],
  ])('%s', async (_, paste, remedy) => {
    const report = await reportOn(paste, text);
    if (!report.ok || Array.isArray(report.value)) throw new Error('This is one request.');
    const { findings, refusal = findings } = report.value;
    expect(refusal).toMatchObject([{ code: 'answer-without-cause' }]);
    expect(refusal[0]?.remedy).toMatch(remedy);
  });
});

test.each([
  'We always get HTTP 400 and an empty body. The scope is architect, and the permissions are fine.',
  'My request fails with status 400. The flow ID is a valid GUID: "3f2b8a10-6c1d-4e57-9b42-0d7e5a91c833".',
  'Request URL: https://api.mypurecloud.de/api/v2/flows/executions\nStatus Code: 400 Bad Request\n\ncontent-type: application/json',
])('what a person tells of a request is not what the server said: %s', async (paste) => {
  const report = await reportOn(paste, text);
  if (!report.ok || Array.isArray(report.value)) throw new Error('This is one report.');
  const { findings, refusal = findings } = report.value;
  expect(refusal).toMatchObject([{ code: 'answer-without-cause', certainty: 'possible' }]);
});
