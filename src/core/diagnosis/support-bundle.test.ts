import { describe, expect, test } from 'vitest';
import { toCurl } from '../launch/curl.ts';
import { type Exchange, toHar } from '../launch/har.ts';
import { requestsOfScript } from '../shell/script.ts';
import { type BundleParts, supportBundle } from './support-bundle.ts';

const token = 'q7Xk_3vPl9-Zt2mWc8RbY5uN0aD4';
const verifier = 'Zk3verifier_-~.Zk3verifier_-~.Zk3verifier_-~.';
const customer = [
  '+15550199888',
  'ann.lee@example.com',
  'Lee-Chapman',
  'canary output',
  'C-7731-canary',
];
const program = { name: 'Kickoff', version: '1.2.3' };
const flowId = 'a1b2c3d4-e5f6-7890-abcd-ef1234567890';

const exchange: Exchange = {
  request: {
    method: 'POST',
    url: 'https://api.mypurecloud.de/api/v2/flows/executions?x=1',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({
      flowId,
      inputData: {
        'Flow.phone': customer[0],
        'Flow.mail': customer[1],
        'Flow.name': customer[2],
        id: customer[4],
      },
    }),
  },
  answer: {
    status: 400,
    headers: { 'content-type': 'application/json', 'inin-correlation-id': 'c-1' },
    body: JSON.stringify({
      code: 'invalid.value',
      message: `Value [${customer[2]}]`,
      out: customer[3],
    }),
    cut: false,
  },
  sent: Date.UTC(2026, 10, 22, 3, 4, 5, 6),
  answered: Date.UTC(2026, 10, 22, 3, 4, 5, 256),
};

const parts: BundleParts = {
  program,
  extensionId: 'abcdefghijklmnopabcdefghijklmnop',
  browser: 'Chrome 156',
  at: exchange.sent,
  settings: { name: 'Production', note: `Bearer ${token}, code_verifier=${verifier}` },
  launch: { id: 'l-1', state: 'refused', flowId, times: { sent: exchange.sent, ended: undefined } },
  findings: [
    {
      code: 'invalid-value',
      certainty: 'certain',
      params: { value: 'Lee-Chapman', field: 'Flow.name' },
    },
  ],
  correlationIds: ['c-1'],
  exchanges: [exchange],
};

describe('the support bundle', () => {
  test('holds no secret and no customer data unless they are ticked in', () => {
    const bundle = supportBundle(parts, false);
    for (const canary of [token, verifier, ...customer]) expect(bundle).not.toContain(canary);
  });

  test('holds no part of a value that the server names back', () => {
    const answer = exchange.answer && {
      ...exchange.answer,
      body: JSON.stringify({ code: 'invalid.value', message: 'Value [Chapman] of [Flow.name]' }),
    };
    const findings = [
      {
        code: 'invalid-value' as const,
        certainty: 'certain' as const,
        params: { value: 'Chapman' },
      },
    ];
    const bundle = supportBundle(
      { ...parts, findings, exchanges: [{ ...exchange, answer }] },
      false,
    );
    expect(bundle).not.toContain('Chapman');
    expect(bundle).toContain('of [Flow.name]');
  });

  test('says what support needs', () => {
    const bundle = JSON.parse(supportBundle(parts, false));
    expect(bundle).toMatchObject({
      program,
      made: '2026-11-22T03:04:05.006Z',
      launch: { state: 'refused', flowId, times: { sent: '2026-11-22T03:04:05.006Z' } },
      findings: [{ code: 'invalid-value' }],
      correlationIds: ['c-1'],
    });
    expect(JSON.stringify(bundle)).toContain('Flow.phone');
    expect(JSON.stringify(bundle)).toContain('Value [<value>]');
  });

  test('with customer data there is still no secret', () => {
    const bundle = supportBundle(parts, true);
    for (const value of customer) expect(bundle).toContain(value);
    for (const canary of [token, verifier]) expect(bundle).not.toContain(canary);
  });

  test('a body that is no JSON is left out', () => {
    const answer = { status: 502, headers: {}, body: `<p>${customer[2]}</p>`, cut: false };
    const bundle = supportBundle({ ...parts, exchanges: [{ ...exchange, answer }] }, false);
    expect(bundle).not.toContain(customer[2]);
  });
});

describe('the HTTP archive', () => {
  test('has the times and sizes, and no token', () => {
    const har = JSON.stringify(toHar([exchange], program));
    expect(har).not.toContain(token);
    expect(JSON.parse(har).log).toMatchObject({
      version: '1.2',
      entries: [
        {
          startedDateTime: '2026-11-22T03:04:05.006Z',
          time: 250,
          request: { method: 'POST', queryString: [{ name: 'x', value: '1' }] },
          response: { status: 400, content: { mimeType: 'application/json' } },
          timings: { send: 0, wait: 250, receive: 0 },
        },
      ],
    });
  });

  test('a request without an answer has status 0', () => {
    const { answer: _answer, answered: _answered, ...unanswered } = exchange;
    expect(toHar([unanswered], program)).toMatchObject({
      log: { entries: [{ time: 0, response: { status: 0 } }] },
    });
  });
});

describe('the curl command', () => {
  test('leaves the token to the shell', () => {
    const command = toCurl(exchange.request);
    expect(command).toContain('"Authorization: Bearer $GENESYS_TOKEN"');
    expect(command).not.toContain(token);
  });

  test.each(["it's", '$HOME `id` "x" \\', 'line\nbreak', '!history', "'''", 'äöü 🙂'])(
    'brings over %j byte for byte',
    (value) => {
      const body = JSON.stringify({ flowId, inputData: { 'Flow.x': value } });
      const [piece] = requestsOfScript(toCurl({ ...exchange.request, body })).pieces;
      expect(piece?.kind === 'request' && piece.request.bodyText).toBe(body);
    },
  );
});

describe('the page in front', () => {
  const source = {
    kind: 'link',
    label: 'Call Ann Lee-Chapman',
    text: '+1 (555) 019-9888',
  } as const;
  const number = {
    value: '+15550199888',
    shown: '',
    source,
    certainty: 'likely',
    probability: 0.98123,
  } as const;
  const name = {
    value: 'Ann Lee-Chapman',
    shown: '',
    source: { kind: 'heading' },
    certainty: 'possible',
    probability: 0.6,
  } as const;
  const page = {
    complete: false,
    unread: ['frame'],
    fields: {
      customerNumber: { best: number, others: [], filled: true },
      customerName: { best: name, others: [name], filled: false },
    },
  } as const;

  test('says why it was read so, without whom it is about', () => {
    const text = supportBundle({ ...parts, page }, false);
    expect(JSON.parse(text).page).toMatchObject({
      complete: false,
      unread: ['frame'],
      fields: {
        customerNumber: {
          value: '+###########',
          probability: 0.981,
          filled: true,
          source: { kind: 'link', text: '+# (###) ###-####' },
        },
        customerName: { value: '<value>', filled: false },
      },
    });
    for (const one of ['5550199888', '019-9888', 'Lee-Chapman']) expect(text).not.toContain(one);
  });

  test('says all where the person wants it to', () => {
    const { fields } = JSON.parse(supportBundle({ ...parts, page }, true)).page;
    expect(fields.customerNumber.value).toBe('+15550199888');
    expect(fields.customerName.others).toHaveLength(1);
  });
});
