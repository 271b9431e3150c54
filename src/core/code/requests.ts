import type { SeenRequest } from '../request/seen.ts';
import { applyCall } from './arguments.ts';
import { applyClient, isClientShown, isIntercepted } from './clients.ts';
import { applyDeed, applyMembers, verbIn } from './deeds.ts';
import { Draft } from './draft.ts';
import type { Evaluated } from './evaluate.ts';
import type { SeenCall } from './expressions.ts';
import { libraryOf } from './libraries.ts';
import { descends, isRequestThing, rootOf, saysHeaders } from './roots.ts';
import { hostOfSdk, launchOfSdk } from './sdk.ts';
import { saysWhere } from './senders.ts';
import { depthLost } from './shallow.ts';
import { Table, Thing } from './value.ts';

/** A request that code makes, and where in the text. */
export interface FoundRequest {
  readonly request: SeenRequest;
  readonly at: number;
}

const mostRequests = 50;

/** Calls that send what was built, or that read what came back. */
const terminal =
  /^(?:send\w*|exec\w*|do|newcall|urlopen|exchange|enqueue|end|fetch|invoke\w*|curl_exec|getresponse\w*|getinputstream|retrieve|then|catch|json|text|read|body|string|asstring\w*|stream_get_contents)$/i;

/**
 * The requests that the calls of a text make, in the order of the text.
 *
 * @param isCut whether the text breaks off within a call or a value
 */
export function requestsIn({ calls, names }: Evaluated, isCut = false): FoundRequest[] {
  const host = hostOfSdk(calls, names);
  const launches = calls.flatMap((call): FoundRequest[] => {
    const request = launchOfSdk(call, host);
    return request === undefined ? [] : [{ request, at: call.at }];
  });
  const found = new Family(sure(calls)).requests();
  const all = [...launches, ...found].toSorted((a, b) => a.at - b.at).slice(0, mostRequests);
  return isCut ? all.map(({ request, at }) => ({ request: { ...request, isCut }, at })) : all;
}

/** The calls, but not those of functions with unknown arguments that are seen with known ones, too. */
function sure(calls: readonly SeenCall[]): readonly SeenCall[] {
  const known = new Set(calls.filter(({ isGuess }) => !isGuess).map(({ at }) => at));
  return calls.filter(({ isGuess, at }) => !isGuess || !known.has(at));
}

/** Calls by the object that they are made on, or on a chain that begins with it. */
class Family {
  readonly #calls: readonly SeenCall[];
  readonly #byRoot = new Map<Thing, SeenCall[]>();

  constructor(calls: readonly SeenCall[]) {
    this.#calls = calls;
    for (const call of calls) {
      const root = call.self instanceof Thing ? rootOf(call.self) : undefined;
      if (root === undefined) continue;
      const family = this.#byRoot.get(root);
      if (family === undefined) this.#byRoot.set(root, [call]);
      else family.push(call);
    }
  }

  requests(): FoundRequest[] {
    const all = this.#calls.filter(saysWhere);
    // What the text defines itself is followed into: the request is made there.
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
        if (draft === undefined || !isMeant(draft, call)) return [];
        if (!isClientShown(call) || isIntercepted(call)) draft.hideHeaders();
        const request = draft.finish(library);
        const depthKept = depthLost(this.#calls, request.bodyText);
        return [{ request: { ...request, depthKept }, at: call.at }];
      });
  }

  /** What a call says of its request, and what is done to it before and after. */
  #draft(call: SeenCall, heads: ReadonlySet<SeenCall>): Draft {
    const draft = new Draft(call.at);
    draft.isSent = this.#isSent(call);
    const root = call.self instanceof Thing ? rootOf(call.self) : undefined;
    if (root !== undefined) {
      this.#applyMaking(draft, root, call);
      const others = [...heads].filter((it) => it !== call).map(({ result }) => result);
      for (const deed of this.#byRoot.get(root) ?? []) {
        if (heads.has(deed) || others.some((it) => descends(deed.self, it))) continue;
        if (!descends(deed.self, call.result)) this.#applyDeed(draft, deed);
      }
    }
    applyCall(draft, call);
    if (call.result instanceof Thing) {
      applyMembers(draft, call.result.members);
      const own = rootOf(call.result) ?? call.result;
      for (const deed of this.#byRoot.get(own) ?? []) {
        if (descends(deed.self, call.result) && !heads.has(deed)) this.#applyDeed(draft, deed);
      }
    }
    return draft;
  }

  /** A function of a library sends at once; what is built is sent by a later call. */
  #isSent(call: SeenCall): boolean {
    const { sendsAtOnce, isOnlyBegun } = libraryOf(call.path);
    if (sendsAtOnce) return true;
    const isSending =
      verbIn(nameOf(call)) ?? /^(?:upload|send|request|exchange|execute)/i.test(nameOf(call));
    if (isSending && !isOnlyBegun && call.args.length > 1) return true;
    const roots = [call.result, call.self].flatMap((it) =>
      it instanceof Thing ? [rootOf(it) ?? it] : [],
    );
    return this.#calls.some((other) => {
      if (!terminal.test(nameOf(other))) return false;
      const own = [other.self, ...other.args].filter((it) => it instanceof Thing);
      return (
        other !== call &&
        own.some((it) => roots.includes(rootOf(it) ?? it) || descends(it, call.result))
      );
    });
  }

  /** What a client, session or builder was made with. */
  #applyMaking(draft: Draft, root: Thing, call: SeenCall): void {
    const made = this.#calls.find(({ result }) => result === root);
    if (made !== undefined && made !== call) {
      // `Http::withToken($token)` of Laravel begins a chain.
      if (made.self instanceof Thing) this.#applyDeed(draft, made);
      for (const it of [...made.args, tableOfNamed(made)]) applyClient(draft, it);
    }
    applyMembers(draft, root.members);
  }

  #applyDeed(draft: Draft, { path, args, named }: SeenCall): void {
    const name = path.slice(path.lastIndexOf('.') + 1);
    const request = args.find((it) => isRequestThing(it));
    if (request instanceof Thing && !saysHeaders(path)) this.#applyThing(draft, request);
    else
      applyDeed(
        draft,
        { name, path, args: [...args, ...named.values()] },
        libraryOf(path).encoding,
      );
  }

  /** A request object that is handed to what sends it. */
  #applyThing(draft: Draft, thing: Thing): void {
    const root = rootOf(thing) ?? thing;
    const made = this.#calls.find(({ result }) => result === root);
    if (made !== undefined) applyCall(draft, made);
    applyMembers(draft, root.members);
    for (const deed of this.#byRoot.get(root) ?? []) {
      const name = deed.path.slice(deed.path.lastIndexOf('.') + 1);
      applyDeed(draft, { name, path: deed.path, args: deed.args });
    }
  }

  /** A client that sends a request object lends it its address and headers, and is no request itself. */
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
      if (client !== undefined) {
        const lent = drafts.get(client);
        if (lent !== undefined) draft.inherit(lent);
        clients.add(client);
      } else {
        const lent = new Draft(0);
        const made = this.#calls.find(({ result }) => result === root);
        for (const it of made?.args ?? []) applyClient(lent, it);
        applyMembers(lent, root.members);
        for (const deed of this.#byRoot.get(root) ?? []) {
          if (!deed.args.some(isRequestThing)) {
            const name = deed.path.slice(deed.path.lastIndexOf('.') + 1);
            applyDeed(lent, { name, path: deed.path, args: deed.args });
          }
        }
        draft.inherit(lent);
      }
    }
    return clients;
  }
}

/** Whether a draft has enough of a request to be one. */
function isMeant(draft: Draft, { path }: SeenCall): boolean {
  if (draft.url === undefined) return false;
  const isApi = /\/api\/v\d|oauth\/token|genesys|purecloud|pure\.cloud|flows?\/exec/i.test(
    `${draft.base ?? ''}${draft.url}`,
  );
  return isApi || draft.method !== undefined || draft.hasBody || libraryOf(path).name !== '';
}

function nameOf({ path }: SeenCall): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function tableOfNamed({ named }: SeenCall): Table {
  return new Table('', named);
}
