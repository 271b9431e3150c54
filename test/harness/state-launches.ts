import type { State } from './states.ts';

const created = Date.UTC(2026, 10, 22, 9, 30, 15);
const flow = { id: '8d9e6f1a-1111-4222-8333-444455556666', name: 'Request callback' };
const executionId = '0f6c1d52-7f0b-4c7e-9f4f-3a1d2b7c5e10';
const inputs = { 'Flow.customerNumber': '+15550199888', 'Flow.contactType': 'phone' };

const request = {
  method: 'POST',
  url: 'https://api.mypurecloud.de/api/v2/flows/executions',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ flowId: flow.id, inputData: inputs }),
};

const accepted = {
  status: 200,
  headers: { 'inin-correlation-id': 'a0d6a1f2-9b1e-4a3e-8a76-0d5f3c3c1c55' },
  body: JSON.stringify({ id: executionId }),
  cut: false,
};

const times = { created, sent: created + 20 };
const answered = { ...times, answered: created + 320 };
const ended = { ...answered, checked: created + 4_200, ended: created + 4_200 };
const customer = { name: 'Alice Martin', number: '+15550199888' };
const page = { title: 'Alice Martin · Northbeam CRM' };
const sent = { flow, inputs, request, times, customer, page };
const taken = { ...sent, answer: accepted, times: answered };

function completed(name: string, outputData: object, says: string): State {
  return {
    name: `completed-${name}`,
    signedIn: 'author',
    launch: {
      ...taken,
      state: 'completed',
      execution: { id: executionId, status: 'COMPLETED', outputData },
      times: ended,
    },
    says,
  };
}

function launch(name: string, record: object, says: string): State {
  return { name, signedIn: 'author', launch: { ...taken, ...record }, says };
}

const execution = (status: string, more: object = {}) => ({ id: executionId, status, ...more });

/** The states of a launch, from records as they are kept. */
export const launches: readonly State[] = [
  launch('sending', { state: 'sending', answer: undefined, times }, 'Sending'),
  launch('launched', { state: 'launched', execution: { id: executionId } }, 'Launched'),
  launch('running', { state: 'running', execution: execution('RUNNING') }, 'Running'),
  launch(
    'waiting-for-a-limit',
    {
      state: 'sending',
      answer: undefined,
      waiting: {
        until: Date.now() + 600_000,
        failure: { code: 'rate-limited', params: { seconds: 30 } },
      },
      waits: 1,
      times,
    },
    'Sending',
  ),
  completed('without-output', {}, 'The flow ended without output.'),
  completed(
    'with-some',
    {
      'Flow.ticketId': 'T-20261',
      'Flow.callAt': '2026-11-22T15:00:00Z',
      'Flow.confirmed': true,
    },
    'T-20261',
  ),
  completed(
    'with-much',
    {
      'Flow.summary': `${'A long story, told in full. '.repeat(40)}`,
      'Flow.link': 'https://crm.example.com/tickets/20261',
      'Flow.customer': {
        name: 'Maria Example',
        numbers: ['+15550199888', '+14155552671'],
        address: { street: 'Example Street 1', city: 'Berlin', since: '2024-03-01' },
      },
      'Flow.orders': Array.from({ length: 60 }, (_, index) => ({
        id: 1000 + index,
        state: index % 3 === 0 ? 'open' : 'delivered',
        total: Math.round(1990 * index) / 100,
        orderedAt: `2026-10-${String((index % 28) + 1).padStart(2, '0')}`,
      })),
    },
    'Maria Example',
  ),
  launch(
    'failed',
    {
      state: 'failed',
      execution: execution('FAILED', {
        errorInfo: {
          code: 'flow.failed',
          message: 'The data action “Look up customer” timed out.',
        },
      }),
      times: ended,
    },
    'Failed',
  ),
  launch(
    'error',
    {
      state: 'error',
      execution: execution('ERROR', {
        errorInfo: { code: 'error.internal', message: 'The workflow stopped unexpectedly.' },
      }),
      times: ended,
    },
    'Error',
  ),
  launch(
    'terminated',
    { state: 'terminated', execution: execution('TERMINATED'), times: ended },
    'Terminated',
  ),
  launch(
    'refused',
    {
      state: 'refused',
      answer: {
        status: 400,
        headers: accepted.headers,
        body: '{"status":400,"code":"bad.request","message":""}',
        cut: false,
      },
      failure: { code: 'launch-refused', params: { status: 400 } },
    },
    'Refused',
  ),
  launch(
    'refused-explained',
    {
      state: 'refused',
      answer: {
        status: 403,
        headers: accepted.headers,
        body: JSON.stringify({
          status: 403,
          code: 'missing.permissions',
          message:
            'Unable to perform the requested action. You are missing the following permission(s): architect:flow:launch',
        }),
        cut: false,
      },
      failure: { code: 'launch-refused', params: { status: 403 } },
    },
    'Refused',
  ),
  launch(
    'offline',
    {
      state: 'refused',
      answer: undefined,
      failure: { code: 'offline', params: {} },
      times,
    },
    'Refused',
  ),
  launch(
    'unknown',
    {
      state: 'unknown',
      answer: undefined,
      failure: { code: 'timeout', params: {} },
      times: { ...times, lost: created + 30_000 },
    },
    'Unknown',
  ),
  launch(
    'twice',
    {
      state: 'running',
      answer: undefined,
      execution: execution('RUNNING'),
      instances: ['10:00:00.000', '10:00:00.100'].map((time, place) => ({
        id: `${place}f6c1d52-7f0b-4c7e-9f4f-3a1d2b7c5e10`,
        startDateTime: `2026-11-22T${time}Z`,
      })),
    },
    'The flow was launched 2 times',
  ),
  launch(
    'not-followed',
    {
      state: 'running',
      execution: execution('RUNNING'),
      notFollowed: { code: 'execution-not-viewable', params: {} },
    },
    'not to see how they end',
  ),
];
