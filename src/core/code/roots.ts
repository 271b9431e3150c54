import { Thing, type Value } from './value.ts';

/** The made thing that a chain of calls and members began with; names of the text's world have none. */
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

/** A variable from elsewhere on which the text sets what requests have. */
function isBuilt({ members, deeds }: Thing): boolean {
  return (
    [...members.keys()].some((name) =>
      /^(?:method|requesturi|headers?|content|defaultrequestheaders|baseaddress)$/i.test(name),
    ) ||
    deeds.some(({ name }) => /^(?:open|setRequestHeader|setRequestMethod|setEndpoint)$/i.test(name))
  );
}

export function descends(value: Value | undefined, ancestor: Value): boolean {
  let it = value instanceof Thing ? value : undefined;
  for (let steps = 0; it !== undefined && steps < 1_000; steps += 1) {
    if (it === ancestor) return true;
    it = it.from ?? it.owner;
  }
  return false;
}

export function isRequestThing(value: Value): boolean {
  return (
    value instanceof Thing &&
    /Request(?:Message|\.Builder|\.newBuilder)?\(\)/i.test(value.path) &&
    !/LaunchRequest/.test(value.path)
  );
}

export function saysHeaders(path: string): boolean {
  return /headers?\.\w+$/i.test(path);
}
