/**
 * Does work once, however many callers ask for it. If it fails, it fails for all who wait, and the next
 * call does it again.
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
