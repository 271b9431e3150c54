import { done, type FailureCode, failed, type Outcome } from '../../src/core/base/failure.ts';
import { afterEvent, newLaunch } from '../../src/core/launch/event.ts';
import {
  afterLook,
  afterRecording,
  afterReply,
  afterSession,
  afterWait,
  type Facts,
} from '../../src/core/launch/facts.ts';
import { type Launch, wasAccepted } from '../../src/core/launch/launch.ts';
import { nextStep } from '../../src/core/launch/plan.ts';
import { isPersonShown } from '../../src/core/session/person.ts';
import type { Session } from '../../src/core/session/session.ts';
import { outcomes } from '../harness/launch-outcomes.ts';
import { flow } from '../harness/view-world.ts';
import { isInTab, lookAt } from './look.ts';
import { type Defect, input } from './rules.ts';
import { isThere, type OfTab } from './tab.ts';
import { happen, tellOfLaunch } from './view.ts';
import type { Handed, Job, World } from './world.ts';

/** How long the server takes to answer, in milliseconds. */
const toTheAnswer = 50;

/** Begins a launch, unless it was begun, is another person's or forbidden, or its page says something else by now. */
export function begin(world: World, handed: Handed): void {
  const { question, view, tab, tabId } = handed;
  const { id, customer, page, conversationId, by, meantAt } = question;
  const { begun, defect, now } = world;
  if (begun.has(id)) return;
  const code = whyNot(world, handed);
  if (code !== undefined) {
    world.check.refused(code);
    const isOpen = world.views.includes(view);
    if (isOpen) happen(world, view, { type: 'answered', outcome: failed(code) });
    return;
  }
  const inputs =
    defect === 'what is sent is filled in anew'
      ? { ...question.inputData, [input]: tab.page.now().number }
      : question.inputData;
  const request = { method: 'POST', url: addressIn(world), headers: {}, body: '{}' };
  const connection = { name: question.connection, key: request.url };
  const isCompared = defect !== 'nobody compares the person';
  const person = isCompared ? { by } : {};
  const of = { id, connection, flow: { id: flow.id, name: flow.name }, tabId, page, ...person };
  const record = newLaunch({ ...of, request, inputs, customer, conversationId }, meantAt ?? now);
  const facts: Facts = {
    ...{ now, isOurs: true, takes: 'body', attempts: [], writesRefused: 0 },
    ...found(world),
    lookedAt: question.look && now,
  };
  const job: Job = {
    ...{ handed, record, facts, look: question.look, kept: undefined, next: { at: now } },
    ...{ isOfGone: !isThere(handed), isSignedInFor: false },
  };
  begun.set(id, job);
  world.jobs.push(job);
  world.last = record;
  if (isThere(handed)) tab.shown = record;
  show(world, handed, record);
  carryOn(world, job);
}

function whyNot(world: World, handed: Handed): FailureCode | undefined {
  const { by = {}, look } = handed.question;
  const { defect, session } = world;
  const isCompared = defect !== 'nobody compares the person';
  if (isCompared && !isPersonShown(by, session)) return 'another-person';
  if (!isAllowed(world)) return 'flow-not-allowed';
  const isLooked = defect === undefined || !defectsOfPage.has(defect);
  const looked = isLooked && look ? lookAt(world, handed, look) : 'same';
  if (looked === 'gone') return isNeverGone(world) ? undefined : 'tab-gone';
  return looked === 'same' ? undefined : 'page-changed';
}

function isNeverGone({ defect }: World): boolean {
  return defect === 'a launch begins although its tab is gone';
}

/** Goes on with what is due. */
export function work(world: World): void {
  for (const job of world.jobs.filter(({ next }) => next.at <= world.now)) {
    const { reply } = job.next;
    // A worker that has just taken a launch up has waited for nothing.
    if (reply) {
      job.facts = afterReply(job.facts, reply);
      const { tab, cause } = job.handed;
      if (reply === outcomes.accepted?.reply) tab.page.serve(cause?.at ?? world.now);
    } else if (job.facts.isOurs) {
      job.facts = afterWait(job.facts, job.record);
      job.kept = undefined;
    }
    carryOn(world, job);
  }
}

/** Does what the product's own plan says comes next. */
function carryOn(world: World, job: Job): void {
  const { now, defect } = world;
  for (;;) {
    const { record } = job;
    const isAgeless = defect === 'what was due long ago is sent';
    const known = isAgeless ? { ...record, times: { ...record.times, sent: now } } : record;
    const step = nextStep(known, { ...job.facts, now });
    switch (step.do) {
      case 'stop':
        world.jobs = world.jobs.filter((each) => each !== job);
        return;
      case 'wait':
        job.kept = job.look;
        job.next = { at: now + step.milliseconds };
        // The wait is this worker's own from now on.
        job.facts = { ...job.facts, isOurs: true };
        return;
      case 'find-session':
        if (world.isExpired) {
          job.isSignedInFor = true;
          job.next = { at: Number.POSITIVE_INFINITY };
          return;
        }
        job.facts = afterSession(job.facts, { ...found(world), isNew: job.isSignedInFor });
        break;
      case 'look': {
        const isOther = job.look !== undefined && lookAt(world, job.handed, job.look) === 'other';
        job.facts = afterLook(job.facts, { isOther, from: now, at: now });
        break;
      }
      case 'probe':
        job.facts = { ...job.facts, isThere: true };
        break;
      case 'record':
        job.record = afterEvent(record, step.event);
        job.facts = afterRecording(job.facts, step.event);
        if (job.record.state !== 'sending') show(world, job.handed, job.record);
        if (wasAccepted(job.record)) world.check.accepted(job.record.id);
        break;
      case 'send':
        send(world, job);
        return;
    }
  }
}

/** The POST arrives. The server launches, or says that there were too many. */
function send(world: World, job: Job): void {
  const isTaken = world.limited === 0;
  world.limited = Math.max(0, world.limited - 1);
  const reply = outcomes[isTaken ? 'accepted' : 'too many, wait']?.reply;
  job.next = { at: world.now + toTheAnswer, ...(reply && { reply }) };
  if (!isTaken) return;
  const { session, arranged, now } = world;
  const { question, knows, ...handed } = job.handed;
  const { look, conversationId, id } = question;
  const hasWaited = (job.record.waits ?? 0) > 0 || job.isSignedInFor;
  world.check.posted({
    ...handed,
    ...{ id, conversationId, session, now, forbids: arranged.forbids },
    inputData: job.record.inputs,
    knownSince: knows.get(handed.tab.page.now().documentId),
    goesElsewhere: arranged.isElsewhere,
    isOfGone: job.isOfGone,
    isLeftBehind: hasWaited && !isInTab(handed, look),
  });
}

/** A person has signed in: what waited for that goes on. */
export function goOnSignedIn(world: World): void {
  for (const { next } of world.jobs) {
    if (next.at === Number.POSITIVE_INFINITY) next.at = world.now;
  }
}

/** The worker ends, whatever it was doing, and the next one goes on with what the records say. */
export function end(world: World): void {
  const { now, defect } = world;
  world.due = [];
  const blind = defect === 'the next worker does not look at the page';
  for (const job of world.jobs) {
    job.look = job.kept;
    job.next = { at: now + 100 };
    job.facts = { now, isOurs: false, takes: 'body', attempts: [], writesRefused: 0 };
    if (job.look && !blind) job.facts.lookedAt = 0;
    if (blind) job.record = { ...job.record, page: undefined };
    if (defect === 'the next worker sends again what was out' && job.record.inFlight) {
      job.record = { ...job.record, inFlight: false };
      job.facts = { ...job.facts, isOurs: true, ...found(world) };
    }
  }
}

/** The person gives up what was not sent yet, or waits. */
export function cancel(world: World): void {
  for (const job of world.jobs) {
    const { failure } = failed('cancelled');
    const given = afterEvent(job.record, { type: 'refused', failure, at: world.now });
    if (given === job.record) continue;
    world.check.cancelled(given.id);
    if (world.defect !== 'a cancelled launch goes on') job.record = given;
    show(world, job.handed, given);
  }
}

/** Tells the views beside a tab how the launch that they show stands. */
function show(world: World, { tab }: OfTab, record: Launch): void {
  if (tab.shown?.id !== record.id) return;
  tab.shown = record;
  tellOfLaunch(world, tab, record);
}

function found(world: World): Pick<Facts, 'session' | 'address'> {
  if (world.isExpired) return { address: addressIn(world) };
  const session: Outcome<Session> = isAllowed(world)
    ? done({ ...world.session, accessToken: 'token' })
    : failed('flow-not-allowed');
  return { session, address: addressIn(world) };
}

function isAllowed({ arranged, defect }: World): boolean {
  return arranged.forbids === undefined || defect === 'a policy that comes is not heard';
}

function addressIn({ arranged }: World): string {
  return arranged.isElsewhere ? 'https://api.example.com/' : 'https://api.example.de/';
}

const defectsOfPage: ReadonlySet<Defect> = new Set([
  'what was chosen stays when the page no longer has it',
  'the page is not looked at again',
  'values stay when the page goes',
  'what is sent is filled in anew',
]);
