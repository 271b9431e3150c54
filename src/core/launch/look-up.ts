import type { Hosts } from '../base/environment.ts';
import { isOfApi } from '../base/error-body.ts';
import { type Failure, failed, type Outcome } from '../base/failure.ts';
import { type HttpAnswer, type HttpRequest, jsonOf } from '../base/http.ts';
import { z } from '../base/zod.ts';
import { failureOf } from './answer.ts';
import { executionNameOf, type Instance, instanceSchema, type Launch } from './launch.ts';

/** When to look up a launch whose answer was lost, in milliseconds after the loss. */
const timesAfterLoss = [1_000, 4_000, 10_000, 20_000, 40_000, 80_000, 120_000];

/** How far before and after its sending to search: clocks differ, and requests may queue. */
const margin = 15 * 60_000;

/** The most that the API gives at once. It does not promise that these are the latest. */
const longestPage = 200;

/** In how many milliseconds to look a launch up again; `undefined` after the last time. */
export function nextLookUp({ lookUp, times }: Launch, now: number): number | undefined {
  if (lookUp?.over) return undefined;
  const after = timesAfterLoss[lookUp?.tries ?? 0];
  if (after === undefined) return undefined;
  // A clock that was set back must not make the look-up wait for it.
  return Math.min(Math.max(0, (times.lost ?? now) + after - now), after);
}

/** Whether the look-up after so many others is the last. */
export function isLastLookUp(tries: number): boolean {
  return tries + 1 >= timesAfterLoss.length;
}

/**
 * Asks the execution history for the launches of a flow around the time of sending. There is no
 * criterion for the execution's name, so it is compared here. Needs `architect:flowInstance:search`,
 * and history turned on in the org. https://help.mypurecloud.com/?p=311889
 *
 * Fails with `look-up-not-unique` where the execution's name does not hold the launch's id: then an
 * execution of that name may be another person's, and nothing may be claimed of it.
 */
export function lookUpRequest(hosts: Hosts, launch: Launch): Outcome<HttpRequest> {
  const name = executionNameOf(launch);
  const sent = launch.times.sent ?? launch.times.created;
  if (name === undefined || !name.includes(launch.id)) return failed('look-up-not-unique');
  const moment = (distance: number) =>
    new Date(sent + (launch.lookUp?.clockOffset ?? 0) + distance).toISOString();
  const query = [
    { key: 'FlowId', operator: 'eq', value: launch.flow.id },
    { key: 'FlowStartDateTime', operator: 'gte', value: moment(-margin) },
    { key: 'FlowStartDateTime', operator: 'lte', value: moment(margin) },
  ].map((criteria) => ({ criteria }));
  return {
    ok: true,
    value: {
      method: 'POST',
      url: `${hosts.api}/api/v2/flows/instances/query?pageSize=${longestPage}`,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ query }),
    },
  };
}

/** What one look-up came to. `final`: another would change nothing. */
export type Found = { instances: Instance[] } | { failure: Failure; final: boolean };

const listSchema = z.object({
  entities: z.array(z.extend(instanceSchema, { name: z.catch(z.optional(z.string()), undefined) })),
});

/** What the history's answer says about a launch: the instances of its name, the earliest first. */
export function readLookUp(answer: HttpAnswer, launch: Launch): Found {
  if (answer.status === 403 && isOfApi(answer)) {
    return { failure: failureOf(answer, 'look-up-not-permitted'), final: true };
  }
  const list = listSchema.safeParse(jsonOf(answer));
  if (answer.status !== 200 || !list.success) {
    return { failure: failureOf(answer, 'look-up-failed'), final: false };
  }
  const name = executionNameOf(launch);
  const instances = list.data.entities
    .filter((entity) => entity.name === name)
    .map(({ name: _, ...instance }) => instance)
    .sort((a, b) => ((a.startDateTime ?? '') < (b.startDateTime ?? '') ? -1 : 1));
  return instances.length > 0
    ? { instances }
    : { failure: { code: 'look-up-nothing', params: {} }, final: false };
}

/** Asks whether the org keeps execution history at all; most may not ask. */
export function historySettingRequest(hosts: Hosts): HttpRequest {
  return {
    method: 'GET',
    url: `${hosts.api}/api/v2/flows/instances/settings/executiondata`,
    headers: { Accept: 'application/json' },
  };
}

/** Whether an answer says that the org keeps no execution history. */
export function saysNoHistory(answer: HttpAnswer): boolean {
  const setting = z.object({ enabled: z.literal(false) }).safeParse(jsonOf(answer));
  return answer.status === 200 && setting.success;
}

/** How far the server's clock is ahead of ours, in milliseconds, where the answer tells its time. */
export function clockOffset({ headers }: HttpAnswer, now: number): number | undefined {
  const offset = Date.parse(headers.date ?? '') - now;
  // The header has whole seconds, and the answer took its time.
  return Number.isNaN(offset) || Math.abs(offset) < 5_000 ? undefined : offset;
}
