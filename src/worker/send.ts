import { hostsOf } from '../core/base/environment.ts';
import { done, failed, type Outcome } from '../core/base/failure.ts';
import type { Bearer, Reply } from '../core/base/http.ts';
import {
  afterLook,
  afterProbe,
  afterRecording,
  afterReply,
  afterSession,
  afterWait,
  type Facts,
} from '../core/launch/facts.ts';
import type { Launch, Transport } from '../core/launch/launch.ts';
import { nextStep } from '../core/launch/plan.ts';
import { launchAddress, launchHeaders } from '../core/launch/request.ts';
import type { Look } from '../core/page/look.ts';
import { isFresh, type Session } from '../core/session/session.ts';
import { mayLaunch } from '../core/settings/managed.ts';
import { type Connection, connectionKey } from '../core/settings/settings.ts';
import { setAlarm } from '../platform/alarms.ts';
import * as http from '../platform/http.ts';
import { sessionOf } from '../platform/keys/connection.ts';
import { lookOf } from '../platform/keys/look.ts';
import { settings } from '../platform/keys/settings.ts';
import { readLaunch } from '../platform/store/launches.ts';
import { after } from '../platform/wait.ts';
import { noteLimit } from './api.ts';
import { follow, followAlarm } from './follow.ts';
import { inBackground } from './in-background.ts';
import { lookAtPage } from './page-look.ts';
import { applyEvent, connectionOf } from './record.ts';
import { type Effort, renewedSession } from './session/session.ts';
import { isServerThere, knownTransport, rememberTransport } from './transport.ts';

/** Launches that this worker sends: recovery leaves them alone. */
const claimed = new Set<string>();

export function isClaimed(launchId: string): boolean {
  return claimed.has(launchId);
}

/** To be called before the record is written, for from then on it may look left behind. */
export function claim(launchId: string): void {
  claimed.add(launchId);
}

export function release(launchId: string): void {
  claimed.delete(launchId);
}

/** What is known of a launch that this worker begins, and the session of the person signed in now. */
export async function factsAtFirst(
  connection: Connection,
  url: string,
): Promise<{
  facts: Facts;
  signedIn: Session | undefined;
}> {
  const now = Date.now();
  const [signedIn, takes] = await Promise.all([
    sessionOf(connectionKey(connection)).get(),
    knownTransport(url),
  ]);
  const session = isFresh(signedIn, now) ? { session: done(signedIn) } : {};
  const known = { now, isOurs: true, takes, attempts: [], writesRefused: 0 };
  const facts = { ...known, ...session, address: url };
  return { facts, signedIn };
}

/**
 * Sends a claimed launch: does what the plan says comes next, until there is nothing more to do.
 * Should the worker end meanwhile, the next one reads in the record how far it came.
 *
 * @param effort whether the person is there to sign in, where that is needed
 * @param look what is looked at in the page again where something keeps the launch
 */
export async function sendLaunch(
  launch: Launch,
  facts: Facts,
  effort: Exclude<Effort, 'stored'>,
  look?: Look,
): Promise<void> {
  try {
    await carryOut(launch, facts, effort, look);
  } catch (error) {
    // The record says how far the launch came; the worker that the alarm wakes goes on from there.
    console.warn(error);
  } finally {
    release(launch.id);
    follow();
  }
}

async function carryOut(
  launch: Launch,
  facts: Facts,
  effort: Exclude<Effort, 'stored'>,
  look: Look | undefined,
): Promise<void> {
  let record = launch;
  let known = facts;
  let lastToken: string | undefined;
  for (;;) {
    const step = nextStep(record, { ...known, now: Date.now() });
    const bearer = bearerOf(known);
    switch (step.do) {
      case 'stop':
        return;
      case 'wait':
        // Should the worker end meanwhile, the next one looks for the same in the page.
        if (look) await lookOf(record.id).set(look);
        record = await waited(record, step.milliseconds);
        if (look) inBackground(lookOf(record.id).remove());
        known = afterWait({ ...known, takes: await knownTransport(record.request?.url) }, record);
        break;
      case 'find-session':
        known = afterSession(
          known,
          await sessionFor(record, effort, step.renew ? lastToken : undefined),
        );
        break;
      case 'look': {
        const from = Date.now();
        known = afterLook(known, { isOther: await saysOther(look), from, at: Date.now() });
        break;
      }
      case 'probe':
        known = afterProbe(known, await isServerThere(bearer));
        break;
      case 'send':
        lastToken = bearer.accessToken;
        known = afterReply(known, await post(record, known.address ?? '', step.as, bearer));
        inBackground(learn(record, known));
        break;
      case 'record':
        try {
          const { record: now, happened } = await applyEvent(record.id, step.event);
          if (happened) known = afterRecording(known, step.event);
          else if (now.state === 'sending') return;
          record = now;
        } catch (error) {
          console.warn(error);
          known = { ...known, writesRefused: known.writesRefused + 1 };
        }
    }
  }
}

/**
 * Sends the POST that the record says is out, once. It takes only the body from the record; address and
 * headers come from the settings.
 */
function post({ request }: Launch, address: string, as: Transport, bearer: Bearer): Promise<Reply> {
  const sent = {
    method: 'POST',
    url: address,
    headers: launchHeaders,
    body: request?.body,
  } as const;
  return as === 'stream' ? http.sendOnce(sent, bearer) : http.send(sent, bearer);
}

/**
 * Whether the page says something else by now than what was sent with a launch. A person who went on to another
 * page has not taken the launch back.
 */
async function saysOther(look: Look | undefined): Promise<boolean> {
  return look !== undefined && (await lookAtPage(look, settings.get())) === 'other';
}

/** The token, and the only origin that it may go to: that of the settings' address. Without one it goes nowhere. */
function bearerOf({ session, address }: Facts): Bearer {
  const accessToken = session?.ok ? session.value.accessToken : '';
  return { accessToken, origin: address === undefined ? '' : new URL(address).origin };
}

/**
 * The session for the next POST and where it goes, or why there is none.
 *
 * @param refused the token that the server did not take
 */
async function sessionFor(
  record: Launch,
  effort: Exclude<Effort, 'stored'>,
  refused: string | undefined,
): Promise<Parameters<typeof afterSession>[1]> {
  const place = await placeOf(record);
  if (!place.ok) return { session: place, isNew: false };
  const { connection, address } = place.value;
  const stored = await sessionOf(record.connection.key).get();
  if (refused === undefined && isFresh(stored, Date.now()))
    return { session: done(stored), address, isNew: false };
  const session = await renewedSession(connection, effort, refused);
  // Signing in takes a while, in which the organization may change its mind.
  const then = await placeOf(record);
  return then.ok
    ? { session, address: then.value.address, isNew: true }
    : { session: then, isNew: true };
}

/** Where a launch goes by the settings as they are now, or why it may not. */
async function placeOf(
  record: Launch,
): Promise<Outcome<{ connection: Connection; address: string }>> {
  const connection = await connectionOf(record);
  if (!connection.ok) return connection;
  if (!mayLaunch(await settings.get(), record.flow.id)) return failed('flow-not-allowed');
  const { environment, requestFormat } = connection.value;
  const address = launchAddress(record.flow.id, hostsOf(environment), requestFormat);
  return done({ connection: connection.value, address });
}

/** Waits, unless the launch is given up meanwhile; gives back its record. */
async function waited(launch: Launch, milliseconds: number): Promise<Launch> {
  // The clock may be set while it waits; this count goes on regardless.
  const end = performance.now() + milliseconds;
  for (let rest = milliseconds; rest > 0; rest = end - performance.now()) {
    // Should the worker end meanwhile, the alarm wakes the next one.
    await setAlarm(followAlarm, rest);
    await after(Math.min(rest, 1_000));
    const record = await readLaunch(launch.id);
    if (typeof record === 'string') throw new Error(`Launch ${launch.id} is ${record}`);
    if (record.state !== 'sending') return record;
  }
  return launch;
}

/** What an answer tells about the server, for the launches after this one. */
async function learn(record: Launch, { attempts }: Facts): Promise<void> {
  await rememberTransport(record, attempts);
  const reply = attempts.at(-1)?.reply;
  const connection = reply && 'answer' in reply ? await connectionOf(record) : undefined;
  if (reply && 'answer' in reply && connection?.ok) await noteLimit(connection.value, reply.answer);
}
