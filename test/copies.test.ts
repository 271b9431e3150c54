import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copiesOf } from '../src/core/copy/forms.ts';
import { reportOnPaste } from '../src/core/diagnosis/pasted-request.ts';
import { english } from './harness/pasted-forms.ts';

/** What a request is copied as is read back by the checker: the same request. */
const flowId = '3f2b8a10-6c1d-4e57-9b42-0d7e5a91c833';
const url = 'https://api.mypurecloud.de/api/v2/flows/executions';
const headers = { 'Content-Type': 'application/json' };

const bodies: Record<string, Record<string, unknown>> = {
  'a flow alone': { flowId },
  'a version and a name': { flowId, flowVersion: '3.0', name: 'Callback · 7' },
  'inputs of all types': {
    flowId,
    inputData: { 'Flow.text': 'b', 'Flow.number': 1.5, 'Flow.yes': true, 'Flow.no': false },
  },
  'a JSON input': {
    flowId,
    inputData: { 'Flow.json': { caseId: 'c-1', tags: ['a', 'b'], deep: { none: null, n: -2 } } },
  },
  'a list': { flowId, inputData: { 'Flow.list': ['x', 'y z'] } },
  quotes: { flowId, inputData: { 'Flow.q': `it's "so" \`called\`` } },
  backslashes: { flowId, inputData: { 'Flow.path': 'C:\\new\\temp\\', 'Flow.b': '\\"' } },
  'line breaks and tabs': { flowId, inputData: { 'Flow.lines': 'one\ntwo\r\n\tthree' } },
  'letters of all scripts': { flowId, inputData: { 'Flow.name': 'Grüße, 東京 🎉 Ünal' } },
  'signs of shells': {
    flowId,
    inputData: { 'Flow.s': 'a & b | c > d < e ^ f ! g; h %PATH% #i @j ~' },
  },
  'an input with a space': { flowId, inputData: { 'Flow.due date': '2026-01-01' } },
};

const copyForms = copiesOf({ method: 'POST', url, headers, body: JSON.stringify({ flowId }) });

describe.each(copyForms)('$label', ({ id }) => {
  test.each(Object.entries(bodies))('says %s, and is read back', async (_what, body) => {
    await expectRoundTrip(id, body);
  });

  test('says any text', async () => {
    const texts = fc.string({
      unit: fc.constantFrom(...'aZ09 "\'`\\/$%^&|<>(){}[]#!;:,.\n\té東'),
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        fc.pre(!isPlace(text));
        await expectRoundTrip(id, { flowId, inputData: { 'Flow.text': text } });
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

test('the SDK of JavaScript takes a host of one’s own as a gateway', async () => {
  const own = 'https://gateway.example.com:8443';
  const request = { method: 'POST', url: `${own}/api/v2/flows/executions`, headers };
  const body = JSON.stringify({ flowId });
  const copy = copiesOf({ ...request, body }).find(({ id }) => id === 'javascript-sdk')?.text ?? '';
  expect(copy).toContain(
    `client.setGateway({ host: "gateway.example.com", protocol: 'https', port: 8443 });`,
  );
  const reports = await reportOnPaste(copy, english);
  const [report] = reports.ok ? reports.value : [];
  expect(report?.corrected?.url).toBe(`${own}/api/v2/flows/executions`);
  expect(report?.findings).toMatchObject([{ code: 'ok' }]);
});

async function expectRoundTrip(id: string, body: Record<string, unknown>): Promise<void> {
  const request = { method: 'POST', url, headers, body: JSON.stringify(body) };
  const copy = copiesOf(request).find((it) => it.id === id)?.text ?? '';
  const reports = await reportOnPaste(copy, english);
  const [report] = reports.ok ? reports.value : [];
  expect(report?.corrected?.body, copy).toEqual(body);
  const isWithoutHost = ['gc', 'data-action'].includes(id);
  expect(report?.corrected?.url).toBe(isWithoutHost ? new URL(url).pathname : url);
  expect(report?.kind).toBe('launch');
  const isSure = (it: { certainty: string; code: string }) =>
    it.certainty === 'certain' && it.code !== 'ok';
  expect(report?.findings.filter(isSure), copy).toEqual([]);
}

/** What templates leave open, and an empty text, are findings of their own. */
function isPlace(text: string): boolean {
  return /[{}$]|^\s*$|%\w*%|<[^<>]*>|\.\.\.|^[[{]/.test(text);
}
