type Work = (lock: { name: string }) => unknown;

/**
 * `navigator.locks` as far as we use it: exclusive locks, first come, first served, for all contexts
 * of one browser together. https://w3c.github.io/web-locks/
 */
export function fakeLocks() {
  const lines = new Map<string, Promise<unknown>>();
  return {
    request: (name: string, work: Work): Promise<unknown> => {
      const turn = (lines.get(name) ?? Promise.resolve()).then(() => work({ name }));
      lines.set(
        name,
        turn.catch(() => {}),
      );
      return turn;
    },
    /** What a context held or waited for goes with it. */
    release: () => lines.clear(),
  };
}
