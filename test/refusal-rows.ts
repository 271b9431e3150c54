import { readFileSync } from 'node:fs';
import type { EvidenceAtHand, SentRequest } from '../src/core/diagnosis/case.ts';
import { diagnose } from '../src/core/diagnosis/diagnosis.ts';

/**
 * Refusals, a row a case: the request as sent, the answer, the evidence at hand, and the true cause.
 * `told` says whether the evidence allows to name it; where it does not, nothing may be certain.
 */
interface Row {
  case: string;
  request: string;
  status: string;
  body: string;
  headers: string;
  evidence: string;
  truth: string;
  told: string;
}

const flowId = 'a1b2c3d4-e5f6-7890-abcd-ef1234567890';
const url = 'https://api.mypurecloud.de/api/v2/flows/executions';
const inputData = { 'Flow.customerNumber': '+15550199888', 'Flow.priority': 1 };
/** The request as the API is published. */
export const published: SentRequest = {
  method: 'POST',
  url,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ flowId, inputData }),
};

function sending(body: object): SentRequest {
  return { ...published, body: JSON.stringify(body) };
}

const requests: Record<string, SentRequest> = {
  published,
  data: sending({ flowId, data: inputData }),
  flat: sending({ flowId, ...inputData }),
  'no-id': sending({ inputData }),
  'bad-id': sending({ flowId: 'abc-123', inputData }),
  'null-input': sending({ flowId, inputData: { ...inputData, 'Flow.note': null } }),
  'wrong-type': sending({ flowId, inputData: { ...inputData, 'Flow.priority': 'high' } }),
  'missing-input': sending({ flowId, inputData: { 'Flow.priority': 1 } }),
  misspelled: sending({ flowId, inputData: { ...inputData, Note: 'x' } }),
  'unknown-field': sending({ flowId, flowStartPointId: 'start', inputData }),
  broken: { ...published, body: '{"flowId": "x' },
  'no-type': { ...published, headers: {} },
  'id-in-path': { ...published, url: `${url}/${flowId}` },
  'wrong-path': { ...published, url: 'https://api.mypurecloud.de/api/v2/flow/executions' },
  'wrong-method': { ...published, method: 'PUT' },
  gateway: { ...published, url: 'https://gateway.example.com/api/v2/flows/executions' },
  'gateway-data': {
    ...sending({ flowId, data: inputData }),
    url: 'https://gateway.example.com/api/v2/flows/executions',
  },
};

const flow = {
  found: 'yes',
  name: 'Request callback',
  type: 'WORKFLOW',
  isPublished: true,
  isActive: true,
} as const;

const fine: EvidenceAtHand = {
  permissions: ['architect:flow:*', 'architect:flowExecution:view'],
  scopes: ['architect', 'user-basic-info'],
  flow,
  inputSchema: {
    type: 'object',
    required: ['Flow.customerNumber'],
    properties: {
      'Flow.customerNumber': { type: 'string' },
      'Flow.priority': { type: 'integer' },
      'Flow.note': { type: 'string' },
    },
  },
};

const evidence: Record<string, EvidenceAtHand> = {
  nothing: {},
  fine,
  unpublished: { ...fine, flow: { ...flow, isPublished: false } },
  deleted: { ...fine, flow: { found: 'deleted' }, inputSchema: undefined },
  'not-there': { ...fine, flow: { found: 'no' }, inputSchema: undefined },
  'flow-forbidden': { flow: { found: 'forbidden' } },
  'a-call-flow': { ...fine, flow: { ...flow, type: 'INBOUNDCALL' } },
  inactive: { ...fine, flow: { ...flow, isActive: false } },
  'no-permission': { ...fine, permissions: ['architect:flow:view', 'routing:*:*'] },
  'no-scope': { ...fine, scopes: ['architect:readonly', 'user-basic-info'] },
  'token-refused': { token: 'refused' },
  'token-accepted': { token: 'accepted' },
};

/** All of them. */
export const rows = table<Row>('fixtures/refusals/refusals.tsv');

export function rowCalled(name: string): Row {
  const row = rows.find((it) => it.case === name);
  if (row === undefined) throw new Error(`no row is called ${name}`);
  return row;
}

/** What the diagnosis makes of a row. */
export function diagnosed(row: Row): ReturnType<typeof diagnose> {
  const request = requests[row.request];
  const known = evidence[row.evidence];
  if (request === undefined || known === undefined) throw new Error(`unknown word in ${row.case}`);
  const headers = row.headers.split('; ').map((line) => line.split(': '));
  return diagnose({
    request,
    answer: {
      status: Number(row.status),
      headers: Object.fromEntries(headers),
      body: row.body,
      cut: false,
    },
    evidence: known,
  });
}

/** The rows of a table, by the names in its first line. */
export function table<Line>(path: string): Line[] {
  const [head = '', ...lines] = read(path).trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ''])) as Line;
  });
}

export function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}
