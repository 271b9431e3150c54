import { type Hosts, hostsOf } from '../core/base/environment.ts';
import { isOfApi } from '../core/base/error-body.ts';
import type { Failure } from '../core/base/failure.ts';
import type { HttpAnswer } from '../core/base/http.ts';
import { executionRequest } from '../core/launch/execution.ts';
import type { Instance, Launch } from '../core/launch/launch.ts';
import {
  clockOffset,
  historySettingRequest,
  isLastLookUp,
  lookUpRequest,
  readLookUp,
  saysNoHistory,
} from '../core/launch/look-up.ts';
import type { Connection } from '../core/settings/settings.ts';
import { read } from './api.ts';
import { applyEvent, connectionOf } from './record.ts';

/**
 * Looks a launch whose answer was lost up in the execution history, once. If it is found, it is
 * `launched`; else the record says what is known, and whether it will be looked up again.
 */
export async function lookUp(launch: Launch): Promise<Launch> {
  const connection = await connectionOf(launch);
  if (!connection.ok) return notFound(launch, connection.failure, { final: true });
  const hosts = hostsOf(connection.value.environment);
  const request = lookUpRequest(hosts, launch);
  if (!request.ok) return notFound(launch, request.failure, { final: true });

  const answer = await read(connection.value, request.value);
  if (!answer.ok) {
    return notFound(launch, answer.failure, { final: answer.failure.code === 'signed-out' });
  }
  const found = readLookUp(answer.value, launch);
  if ('instances' in found) {
    const confirmed = await confirmedId(connection.value, hosts, found.instances);
    if (confirmed !== 'not known') return recordFound(launch, found.instances, confirmed);
    return notFound(launch, { code: 'look-up-failed', params: {} }, { answer: answer.value });
  }
  const { final } = found;
  const isNothing = found.failure.code === 'look-up-nothing';
  const isOver = final || isLastLookUp(launch.lookUp?.tries ?? 0);
  const failure = isNothing && isOver ? await whyNothing(connection.value, hosts) : found.failure;
  return notFound(launch, failure, { final, answer: answer.value });
}

async function recordFound(
  launch: Launch,
  instances: Instance[],
  executionId: string | undefined,
): Promise<Launch> {
  const at = Date.now();
  return (await applyEvent(launch.id, { type: 'found', instances, executionId, at })).record;
}

/**
 * Whether an instance's id is its execution's is not published, so the server is asked. `undefined`
 * where it is not, or where we may not see it; `not known` where there was no proper answer.
 */
async function confirmedId(
  connection: Connection,
  hosts: Hosts,
  instances: readonly Instance[],
): Promise<string | undefined | 'not known'> {
  for (const { id } of instances) {
    const answer = await read(connection, executionRequest(hosts, id));
    if (!answer.ok) return 'not known';
    if (answer.value.status === 200) return id;
    const isSaid = [400, 403, 404, 410].includes(answer.value.status) && isOfApi(answer.value);
    if (!isSaid) return 'not known';
  }
  return undefined;
}

/** Nothing there is one thing where history is kept, and another where it is not. */
async function whyNothing(connection: Connection, hosts: Hosts): Promise<Failure> {
  const setting = await read(connection, historySettingRequest(hosts));
  const code =
    setting.ok && saysNoHistory(setting.value) ? 'look-up-no-history' : 'look-up-nothing';
  return { code, params: {} };
}

async function notFound(
  launch: Launch,
  failure: Failure,
  { final = false, answer }: { final?: boolean; answer?: HttpAnswer },
): Promise<Launch> {
  const at = Date.now();
  const tries = launch.lookUp?.tries ?? 0;
  const lookUp = {
    tries: tries + 1,
    failure,
    clockOffset: (answer && clockOffset(answer, at)) ?? launch.lookUp?.clockOffset,
    over: final || isLastLookUp(tries),
  };
  return (await applyEvent(launch.id, { type: 'not-found', lookUp, at })).record;
}
