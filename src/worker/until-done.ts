/**
 * Work that is done once, however many callers ask for it. Where it fails, it fails for each of them,
 * and the next call does it again.
 */
export function untilDone(work: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | undefined;
  return () => {
    current ??= work().catch((error: unknown) => {
      current = undefined;
      throw error;
    });
    return current;
  };
}
