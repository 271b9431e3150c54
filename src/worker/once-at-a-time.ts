const underWay = new Map<string, Promise<unknown>>();

/** Does work once at a time for a key: who asks for it while it is under way gets the same result. */
export function onceAtATime<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  const shared = underWay.get(key) as Promise<Result> | undefined;
  const current = shared ?? work().finally(() => underWay.delete(key));
  underWay.set(key, current);
  return current;
}
