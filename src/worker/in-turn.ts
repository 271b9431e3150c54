const lastOf = new Map<string, Promise<unknown>>();

/** Runs work one after the other for a key, so that two changes of one stored thing do not mix. */
export function inTurn<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  const turn = (lastOf.get(key) ?? Promise.resolve()).then(work, work);
  lastOf.set(key, turn);
  void turn.then(
    () => forget(key, turn),
    () => forget(key, turn),
  );
  return turn;
}

function forget(key: string, turn: Promise<unknown>): void {
  if (lastOf.get(key) === turn) lastOf.delete(key);
}
