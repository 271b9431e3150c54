import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { done, type FailureCode, failed } from '../../src/core/base/failure.ts';
import { type HttpAnswer, type HttpRequest, jsonOf } from '../../src/core/base/http.ts';
import type { EvidenceAtHand, SentRequest } from '../../src/core/diagnosis/case.ts';
import { diagnose } from '../../src/core/diagnosis/diagnosis.ts';
import { evidenceNeeded } from '../../src/core/diagnosis/evidence.ts';
import { flowEvidence } from '../../src/core/diagnosis/gathered.ts';
import { flowRequest, readFlow } from '../../src/core/flow/flow.ts';
import { readWhoAmI, whoAmIRequest } from '../../src/core/session/session.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';
import type { Terse } from './terse.ts';
import type { UserKey } from './users.ts';

/**
 * Refusals that the sandbox really gives, explained with evidence that is really gathered from it.
 * The table of all refusals (test/refusals.test.ts) is written by hand; this holds it to a server.
 */
interface Cause {
  readonly truth: string;
  /** What the sandbox's own code for it means, where that is less exact; so may the real one's be. */
  readonly coded?: string;
  readonly user?: UserKey;
  readonly scopes?: readonly string[];
  readonly flow?: string;
  readonly body?: (flowId: string) => object;
}

const inputData = { 'Flow.customerNumber': '+15550199888' };

const causes: Readonly<Record<string, Cause>> = {
  'inputs under "data"': {
    truth: 'wrong-envelope',
    coded: 'invalid-field',
    body: (flowId) => ({ flowId, data: inputData }),
  },
  'inputs beside the flow id': {
    truth: 'flat-inputs',
    coded: 'invalid-field',
    body: (flowId) => ({ flowId, ...inputData }),
  },
  'no flow id': { truth: 'missing-flow-id', coded: 'flow-not-found', body: () => ({ inputData }) },
  'a flow id that is none': {
    truth: 'malformed-flow-id',
    coded: 'flow-not-found',
    body: () => ({ flowId: 'abc-123', inputData }),
  },
  'an input of the wrong type': {
    truth: 'input-wrong-type',
    coded: 'input-value-not-allowed',
    body: (flowId) => ({ flowId, inputData: { ...inputData, 'Flow.priority': 'high' } }),
  },
  'a flow that was never published': { truth: 'flow-not-published', flow: 'unpublished' },
  'a flow that was deleted': { truth: 'flow-deleted', flow: 'deleted' },
  'a flow that is switched off': {
    truth: 'flow-inactive',
    coded: 'flow-invalid-state',
    flow: 'inactive',
  },
  'a call flow': { truth: 'flow-not-workflow', coded: 'flow-invalid-state', flow: 'inboundCall' },
  'no permission': { truth: 'missing-permission', user: 'viewer' },
  'no scope': { truth: 'missing-scope', scopes: ['architect:readonly', 'user-basic-info'] },
};

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerMinute: 10_000 });
});
afterAll(() => sandbox?.close());

describe.each<[string, Terse]>([
  ['its code', false],
  ['an empty 400', 'empty'],
  ['a bare message', 'message'],
  ['a list of errors', 'errors'],
])('a launch that is refused with %s', (_, terse) => {
  test.each(Object.entries(causes))('for %s', async (_name, cause) => {
    const { truth, coded, user = 'author', scopes, flow = 'requestCallback', body } = cause;
    sandbox.setTerse(terse);
    const flowId = sandbox.flow(flow).id;
    const token = sandbox.issueToken(user, scopes);
    const request: SentRequest & HttpRequest = {
      method: 'POST',
      url: `${sandbox.url}/api/v2/flows/executions`,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body?.(flowId) ?? { flowId }),
    };
    const answer = await sent(request, token);
    expect(answer.status).toBeGreaterThanOrEqual(400);

    const { findings } = diagnose({
      request,
      answer,
      evidence: await gathered(answer, flowId, token),
    });
    const expected = terse === false ? (coded ?? truth) : truth;
    expect(findings[0]?.code).toBe(expected);
    const certain = findings.filter(({ certainty }) => certainty === 'certain');
    expect(certain.filter(({ code }) => code !== expected)).toEqual([]);
  });
});

async function gathered(
  answer: HttpAnswer,
  flowId: string,
  token: string,
): Promise<EvidenceAtHand> {
  const hosts = { login: sandbox.url, api: sandbox.url, apps: undefined };
  const parts = await Promise.all(
    evidenceNeeded(answer).map(async (probe): Promise<EvidenceAtHand> => {
      if (probe !== 'flow') {
        const { permissions, scopes } = readWhoAmI(jsonOf(await sent(whoAmIRequest(hosts), token)));
        return { permissions, scopes };
      }
      const read = await sent(flowRequest(hosts, flowId), token);
      const flow = read.status === 200 ? readFlow(jsonOf(read), 1) : undefined;
      return flowEvidence(flow ? done(flow) : failed(failures[read.status] ?? 'flow-not-read'));
    }),
  );
  return Object.assign({}, ...parts);
}

const failures: Readonly<Record<number, FailureCode>> = {
  403: 'flow-not-viewable',
  404: 'flow-not-found',
  410: 'flow-deleted',
};

async function sent(request: HttpRequest, token: string): Promise<HttpAnswer> {
  const { url, method, headers, body } = request;
  const response = await fetch(url, {
    method,
    headers: { ...headers, Authorization: `Bearer ${token}` },
    body: body ?? null,
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
    cut: false,
  };
}
