import type { SeenRequest } from '../request/seen.ts';
import { applyCall } from './arguments.ts';
import { applyClient, isClientShown, isIntercepted } from './clients.ts';
import { calledName } from './combined.ts';
import { Draft } from './draft.ts';
import type { Evaluated } from './evaluate.ts';
import type { SeenCall } from './expressions.ts';
import { libraryOf } from './libraries.ts';
import { applyMembers, applyMethodCall, verbIn } from './method-calls.ts';
import { descends, isRequestThing, rootOf, saysHeaders } from './roots.ts';
import { hostOfSdk, launchOfSdk } from './sdk.ts';
import { bringsAddress, isHandleSent } from './senders.ts';
import { keptDepth } from './shallow.ts';
import { Table, Thing } from './value.ts';

/** A request that code sends, and where in the text. */
export interface FoundRequest {
  readonly request: SeenRequest;
  readonly at: number;
}

const mostRequests = 50;

/** Calls that send a request built before, or that read its answer. */
const terminal =
  /^(?:send\w*|exec\w*|do|newcall|urlopen|exchange|enqueue|end|fetch|invoke\w*|curl_exec|getresponse\w*|getinputstream|retrieve|then|catch|json|text|read|body|string|asstring\w*|stream_get_contents)$/i;

/**
 * The requests that code sends, in the order of the text.
 *
 * @param isCut whether the text breaks off within a call or a value
 */
export function requestsIn({ calls, names }: Evaluated, isCut: boolean): FoundRequest[] {
  const host = hostOfSdk(calls, names);
  const launches = calls.flatMap((call): FoundRequest[] => {
    const request = launchOfSdk(call, host);
    return request === undefined ? [] : [{ request, at: call.at }];
  });
  const found = new CallsByObject(withoutGuesses(calls)).requests();
  const all = [...launches, ...found].toSorted((a, b) => a.at - b.at).slice(0, mostRequests);
  return isCut ? all.map(({ request, at }) => ({ request: cut(request), at })) : all;
}

/** A request in a text that breaks off: the body that it does not show may follow. */
function cut(request: SeenRequest): SeenRequest {
  const isWhole = request.bodyText === undefined ? 'no' : request.isWhole;
  return { ...request, isCut: true, isWhole };
}

/** Leaves out calls with unknown arguments where the same call occurs with known ones, too. */
function withoutGuesses(calls: readonly SeenCall[]): readonly SeenCall[] {
  const known = new Set(calls.filter(({ isGuess }) => !isGuess).map(({ at }) => at));
  return calls.filter(({ isGuess, at }) => !isGuess || !known.has(at));
}

/** Calls by the object whose methods they call, or with which their chain begins (`rootOf`). */
class CallsByObject {
  readonly #calls: readonly SeenCall[];
  readonly #ends: readonly SeenCall[];
  readonly #byRoot = new Map<Thing, SeenCall[]>();

  constructor(calls: readonly SeenCall[]) {
    this.#calls = calls;
    this.#ends = calls.filter(({ path }) => terminal.test(calledName(path)));
    for (const call of calls) {
      const root = call.self instanceof Thing ? rootOf(call.self) : undefined;
      if (root === undefined) continue;
      const others = this.#byRoot.get(root);
      if (others === undefined) this.#byRoot.set(root, [call]);
      else others.push(call);
    }
  }

  requests(): FoundRequest[] {
    const all = this.#calls.filter(bringsAddress);
    // A function that the code defines itself sends its request by another call, within it.
    const inner = all.filter(({ isOwn }) => !isOwn);
    const sending = inner.length > 0 ? inner : all;
    const heads = new Set(sending);
    const drafts = new Map<SeenCall, Draft>();
    for (const call of sending) drafts.set(call, this.#draft(call, heads));
    const clients = this.#inherit(drafts);
    return sending
      .filter((call) => !clients.has(call))
      .flatMap((call): FoundRequest[] => {
        const draft = drafts.get(call);
        const library = libraryOf(call.path);
        if (draft === undefined || !isRequest(draft, call) || isOnlyBegun(call, draft, sending))
          return [];
        if (!isClientShown(call) || isIntercepted(call)) draft.hideHeaders();
        const request = draft.finish(library);
        const depthKept = keptDepth(this.#calls, request.bodyText);
        return [{ request: { ...request, depthKept }, at: call.at }];
      });
  }

  /** The draft of a call's request: what the call says, and what other calls do to the request before and after. */
  #draft(call: SeenCall, heads: ReadonlySet<SeenCall>): Draft {
    const draft = new Draft(call.at);
    const [handle] = call.args;
    draft.isSent = this.#isSent(call);
    if (handle instanceof Thing && isHandleSent(call)) {
      draft.isSent = true;
      applyMembers(draft, handle.members);
      return draft;
    }
    const root = call.self instanceof Thing ? rootOf(call.self) : undefined;
    if (root !== undefined) {
      this.#applyMaking(draft, root, call);
      const others = [...heads].filter((it) => it !== call).map(({ result }) => result);
      for (const other of this.#byRoot.get(root) ?? []) {
        if (heads.has(other) || others.some((it) => descends(other.self, it))) continue;
        if (!descends(other.self, call.result)) this.#apply(draft, other);
      }
    }
    applyCall(draft, call);
    if (call.result instanceof Thing) {
      applyMembers(draft, call.result.members);
      const own = rootOf(call.result) ?? call.result;
      for (const other of this.#byRoot.get(own) ?? []) {
        if (descends(other.self, call.result) && !heads.has(other)) this.#apply(draft, other);
      }
    }
    return draft;
  }

  /** Whether the code shows that it sends a request: the call itself does, or a later call sends what this one builds. */
  #isSent(call: SeenCall): boolean {
    const { sendsAtOnce, isOnlyBegun } = libraryOf(call.path);
    if (sendsAtOnce) return true;
    const name = calledName(call.path);
    const isSending = verbIn(name) ?? /^(?:upload|send|request|exchange|execute)/i.test(name);
    if (isSending && !isOnlyBegun && call.args.length > 1) return true;
    const roots = [call.result, call.self].flatMap((it) =>
      it instanceof Thing ? [rootOf(it) ?? it] : [],
    );
    return this.#ends.some((other) => {
      const own = [other.self, ...other.args].filter((it) => it instanceof Thing);
      return (
        other !== call &&
        own.some((it) => roots.includes(rootOf(it) ?? it) || descends(it, call.result))
      );
    });
  }

  /** Applies what a client, session or builder was made with. */
  #applyMaking(draft: Draft, root: Thing, call: SeenCall): void {
    const made = this.#calls.find(({ result }) => result === root);
    if (made !== undefined && made !== call) {
      // `Http::withToken($token)` of Laravel begins a chain.
      if (made.self instanceof Thing) this.#apply(draft, made);
      for (const it of [...made.args, new Table('', made.named)]) applyClient(draft, it);
    }
    applyMembers(draft, root.members);
  }

  /** Applies one call of a method to the draft of its request. */
  #apply(draft: Draft, { path, args, named }: SeenCall): void {
    const request = args.find((it) => isRequestThing(it));
    if (request instanceof Thing && !saysHeaders(path)) this.#applyThing(draft, request);
    else {
      const call = { path, args: [...args, ...named.values()] };
      applyMethodCall(draft, call, libraryOf(path).encoding);
    }
  }

  /** Applies a request object that the code hands to the function that sends it. */
  #applyThing(draft: Draft, thing: Thing): void {
    const root = rootOf(thing) ?? thing;
    const made = this.#calls.find(({ result }) => result === root);
    if (made !== undefined) applyCall(draft, made);
    applyMembers(draft, root.members);
    for (const call of this.#byRoot.get(root) ?? []) applyMethodCall(draft, call);
  }

  /**
   * Gives the drafts of request objects the address and headers of the clients that send them. Returns the calls that
   * make such clients: they are no requests themselves.
   */
  #inherit(drafts: ReadonlyMap<SeenCall, Draft>): Set<SeenCall> {
    const clients = new Set<SeenCall>();
    for (const { self, args } of this.#calls) {
      const root = self instanceof Thing ? rootOf(self) : undefined;
      const sent = args.find(isRequestThing);
      if (root === undefined || !(sent instanceof Thing)) continue;
      const head = [...drafts.keys()].find(({ self: its, result }) =>
        [result, its].some((it) => it instanceof Thing && rootOf(it) === rootOf(sent)),
      );
      const draft = head && drafts.get(head);
      if (draft === undefined) continue;
      const client = [...drafts.keys()].find(({ result }) => result === root);
      if (client !== undefined) clients.add(client);
      const lent = client === undefined ? this.#clientDraft(root) : drafts.get(client);
      if (lent !== undefined) draft.inherit(lent);
    }
    return clients;
  }

  /** What a client sets for all its requests, where its making has no draft of its own. */
  #clientDraft(client: Thing): Draft {
    const draft = new Draft(0);
    const made = this.#calls.find(({ result }) => result === client);
    for (const it of made?.args ?? []) applyClient(draft, it);
    applyMembers(draft, client.members);
    for (const call of this.#byRoot.get(client) ?? []) {
      if (!call.args.some(isRequestThing)) applyMethodCall(draft, call);
    }
    return draft;
  }
}

/** Whether a call only names the host, and another goes on from it: `request('https://…').post('/…')` of supertest. */
function isOnlyBegun(call: SeenCall, { url }: Draft, all: readonly SeenCall[]): boolean {
  const isHost = /^https?:\/\/[^/]+\/?$/.test(url ?? '');
  return isHost && all.some((it) => it !== call && descends(it.self, call.result));
}

/** Whether a draft has enough of a request to be one. */
function isRequest(draft: Draft, { path }: SeenCall): boolean {
  if (draft.url === undefined) return false;
  const isApi = /\/api\/v\d|oauth\/token|genesys|purecloud|pure\.cloud|flows?\/exec/i.test(
    `${draft.base ?? ''}${draft.url}`,
  );
  return isApi || draft.method !== undefined || draft.hasBody || libraryOf(path).name !== '';
}
