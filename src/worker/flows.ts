import { hostsOf } from '../core/base/environment.ts';
import { isWebPage, notRead } from '../core/base/error-body.ts';
import { done, type FailureCode, failed, type Outcome } from '../core/base/failure.ts';
import { type HttpAnswer, jsonOf } from '../core/base/http.ts';
import {
  type FlowDetail,
  type FlowList,
  type FlowSummary,
  flowByListRequest,
  flowPageRequest,
  flowRequest,
  readFlow,
  readFlowOfList,
  readFlowPage,
} from '../core/flow/flow.ts';
import type { FlowCache } from '../core/flow/list.ts';
import { failureOf } from '../core/launch/answer.ts';
import { personKey } from '../core/session/person.ts';
import { type Connection, connectionKey } from '../core/settings/settings.ts';
import { flowCacheOf, flowDetailsOf, sessionOf } from '../platform/keys/connection.ts';
import { read } from './api.ts';
import { connectionNamed } from './connection.ts';
import { inTurn } from './in-turn.ts';
import { onceAtATime } from './once-at-a-time.ts';

const largestPage = 500;
const smallestPage = 25;

/** No org is known with more; a server that counts pages without end is not followed. */
const mostFlows = 50_000;

/**
 * A list read within the last half a minute is not read again: a person who opens the popup for one
 * customer after the other would use up the 300 requests a minute that a user has.
 */
const newEnough = 30_000;

/**
 * Reads the list of flows into storage, page by page, behind what is shown. However many ask, it is
 * read once at a time. Fails with `connection-missing`; what goes wrong while reading is written to
 * the cache, where views see it.
 */
export async function refreshFlows({
  connection: name,
}: {
  connection: string;
}): Promise<Outcome<null>> {
  const connection = await connectionNamed(name);
  if (!connection.ok) return connection;
  const person = await personAt(connection.value);
  const key = `flows ${person} ${connectionKey(connection.value)}`;
  await onceAtATime(key, () => readList(connection.value, person));
  return done(null);
}

/** Who is signed in: what was read for one person is not kept for the next. */
async function personAt(connection: Connection): Promise<string> {
  return personKey(await sessionOf(connectionKey(connection)).get());
}

async function readList(connection: Connection, person: string): Promise<void> {
  const cache = flowCacheOf(connectionKey(connection));
  const keep = async (list: FlowCache): Promise<void> => {
    if ((await personAt(connection)) === person) await cache.set(list);
  };
  const before = await cache.get();
  const isNew = before.readAt !== undefined && Date.now() - before.readAt < newEnough;
  if (before.complete && before.failure === undefined && isNew) return;
  for (const list of ['flows', 'divisionviews'] as const) {
    const outcome = await readPages(connection, list, async (flows, total) => {
      // A complete list stays on screen until the new one is complete; a first list grows as it comes.
      if (!before.complete) await keep({ flows, total, complete: false });
    });
    if (outcome.ok) return keep({ flows: outcome.value, complete: true, readAt: Date.now() });
    const isRefused = outcome.failure.code === 'flows-not-listable';
    // Who may not list the flows may list those of their divisions.
    if (isRefused && list === 'flows') continue;
    // A person who works with the flows that the settings name misses nothing: no failure is shown.
    if (isRefused && connection.flows.length > 0) {
      return keep({ flows: [], complete: true, readAt: Date.now() });
    }
    // What was read so far stays; only the mark that a reading is under way goes.
    const { total: _, ...kept } = await cache.get();
    return keep({ ...kept, failure: outcome.failure });
  }
}

async function readPages(
  connection: Connection,
  list: FlowList,
  progress: (flows: FlowSummary[], total: number | undefined) => Promise<void>,
): Promise<Outcome<FlowSummary[]>> {
  const hosts = hostsOf(connection.environment);
  const flows: FlowSummary[] = [];
  let size = largestPage;
  let number = 1;
  while (flows.length < mostFlows) {
    const answer = await read(connection, flowPageRequest(hosts, list, { number, size }));
    if (!answer.ok) return answer;
    // The largest page size is not published, so a refused one is halved, from the first page on.
    if ([400, 413].includes(answer.value.status) && number === 1 && size > smallestPage) {
      size = Math.max(smallestPage, Math.floor(size / 2));
      continue;
    }
    const page = readFlowPage(jsonOf(answer.value));
    if (answer.value.status !== 200 || page === undefined) return notListed(answer.value);
    flows.push(...page.flows);
    if (number >= page.pageCount) return done(flows);
    await progress([...flows], page.total);
    number += 1;
  }
  return done(flows);
}

function notListed(answer: HttpAnswer): Outcome<never> {
  const code = answer.status === 403 ? 'flows-not-listable' : 'flows-not-read';
  return notReadFlow(answer, code);
}

/** Why a flow, or the list of them, was not read, with what the server said. */
function notReadFlow(answer: HttpAnswer, code: FailureCode): Outcome<never> {
  if (isWebPage(answer)) return failed('proxy-answered', { status: answer.status });
  return { ok: false, failure: failureOf(answer, code) };
}

/**
 * Reads one flow with its inputs, and keeps it in session storage for its form. Fails as `findFlow`
 * does, which is kept there, too.
 */
export async function readChosenFlow(
  connection: Connection,
  flowId: string,
): Promise<Outcome<FlowDetail>> {
  const person = await personAt(connection);
  const flow = await findFlow(connection, flowId);
  const details = flowDetailsOf(connectionKey(connection));
  await inTurn('flow-details', async () => {
    if ((await personAt(connection)) !== person) return;
    await details.set({
      ...(await details.get()),
      [flowId]: flow.ok ? { flow: flow.value } : { failure: flow.failure, readAt: Date.now() },
    });
  });
  return flow;
}

/** Fails with `flow-not-found`, `flow-deleted`, `flow-not-viewable`, `flow-not-read`, or as `read` does. */
async function findFlow(connection: Connection, flowId: string): Promise<Outcome<FlowDetail>> {
  const hosts = hostsOf(connection.environment);
  const single = await read(connection, flowRequest(hosts, flowId));
  if (!single.ok) return single;
  const { status } = single.value;
  if (status === 404) return notReadFlow(single.value, 'flow-not-found');
  if (status === 410) return notReadFlow(single.value, 'flow-deleted');
  const flow = status === 200 ? readFlow(jsonOf(single.value), Date.now()) : undefined;
  if (flow?.inputSchema !== undefined) return done(flow);

  const listed = await read(connection, flowByListRequest(hosts, flowId));
  const found = listed.ok && readFlowOfList(jsonOf(listed.value), Date.now());
  if (found) return done({ ...found, cannotLaunch: flow?.cannotLaunch ?? found.cannotLaunch });
  if (flow !== undefined) return done(flow);
  return status === 403
    ? notReadFlow(single.value, 'flow-not-viewable')
    : notRead(single.value, 'flow-not-read');
}
