import { Thing, type Value } from './value.ts';

/** The object with which a chain of calls and members began; undefined where it began with a name from elsewhere. */
export function rootOf(thing: Thing): Thing | undefined {
  let it: Thing = thing;
  for (let steps = 0; steps < 1_000; steps += 1) {
    const before: Thing | undefined = it.from ?? it.owner;
    if (before === undefined) break;
    if (!before.path.includes('()') && !isBuilt(before)) break;
    it = before;
  }
  return it.path.includes('()') || isBuilt(it) ? it : undefined;
}

/** What was found of a thing while it had so many members and method calls; it only ever gets more. */
const known = new WeakMap<Thing, { size: number; isBuilt: boolean }>();

/** Whether the code sets parts of a request on a variable from elsewhere. */
function isBuilt(thing: Thing): boolean {
  const { members, methodCalls } = thing;
  const size = members.size + methodCalls.length;
  const before = known.get(thing);
  if (before?.size === size) return before.isBuilt;
  const isBuilt =
    [...members.keys()].some((name) =>
      /^(?:method|requesturi|headers?|content|defaultrequestheaders|baseaddress)$/i.test(name),
    ) ||
    methodCalls.some(({ name }) =>
      /^(?:open|setRequestHeader|setRequestMethod|setEndpoint)$/i.test(name),
    );
  known.set(thing, { size, isBuilt });
  return isBuilt;
}

/** Whether a value came from another one by calls of methods and members. */
export function descends(value: Value | undefined, ancestor: Value): boolean {
  let it = value instanceof Thing ? value : undefined;
  for (let steps = 0; it !== undefined && steps < 1_000; steps += 1) {
    if (it === ancestor) return true;
    it = it.from ?? it.owner;
  }
  return false;
}

/** Whether a value is a request object of a library: `HttpRequestMessage()`, `Request.Builder()`. */
export function isRequestThing(value: Value): boolean {
  return (
    value instanceof Thing &&
    /Request(?:Message|\.Builder|\.newBuilder)?\(\)/i.test(value.path) &&
    !/LaunchRequest/.test(value.path)
  );
}

/** Whether a path leads to a method of headers: `request.headers.add`. */
export function saysHeaders(path: string): boolean {
  return /headers?\.\w+$/i.test(path);
}
