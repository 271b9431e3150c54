import { readJson } from '../base/json.ts';
import type { Execution, Launch } from './launch.ts';
import {
  answerWithout,
  maskedValue,
  requestWithout,
  valuesIn,
  withoutThose,
} from './mask-values.ts';

/**
 * What stands in the request of a record in place of a value that was sent.
 *
 * @internal exported for its test
 */
export const removedMark = '<removed>';

/**
 * The launch as it is kept where the settings keep nothing of the customer's: without inputs, customer,
 * page, conversation and output. In its request the names of the inputs stay, so that it still says what was sent; the
 * answer and the reason for a failure stay without the values that were sent. What is needed to find the
 * launch again stays. Done twice, it is the same.
 */
export function withoutCustomerData(launch: Launch): Launch {
  const { inputs: _inputs, customer: _customer, page: _page, conversationId, ...rest } = launch;
  const { request, answer, execution, failure, notFollowed, lookUp, instances } = rest;
  const sent = requestWithout(request?.body ?? '', ['name'], removedMark);
  const answered = answerWithout(answer?.body ?? '');
  const output = answerWithout(JSON.stringify({ outputData: execution?.outputData }));
  const found = valuesIn([sent, answered, output]);
  const values = (conversationId === undefined ? found : [...found, conversationId]).filter(
    (value) => value !== removedMark && value !== maskedValue,
  );
  const without = <Data>(data: Data): Data => withoutThose(data, values);
  return known({
    ...rest,
    inputsRemoved: true,
    request:
      request?.body === undefined ? request : { ...request, body: named(sent.text, without) },
    answer: answer && { ...answer, body: without(answered.text) },
    execution: execution && withoutOutput(execution, without),
    failure: without(failure),
    notFollowed: without(notFollowed),
    lookUp: lookUp && { ...lookUp, failure: without(lookUp.failure) },
    instances: without(instances),
  });
}

type Without = <Data>(data: Data) => Data;

/** The execution's name stays, as far as it does not hold one of the values. */
function named(body: string, without: Without): string {
  const read = readJson(body);
  const name: unknown = Object(read.ok && read.value).name;
  if (!read.ok || typeof name !== 'string') return body;
  return JSON.stringify({ ...Object(read.value), name: without(name) });
}

function withoutOutput(execution: Execution, without: Without): Execution {
  const { outputData: _, outputCut: _cut, errorInfo, ...rest } = execution;
  if (errorInfo === undefined) return rest;
  const { messageParams: _params, ...said } = errorInfo;
  return { ...rest, errorInfo: without(said) };
}

/** Without what is undefined, which storage does not keep either. */
function known(launch: Launch): Launch {
  const entries = Object.entries(launch).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Launch;
}
