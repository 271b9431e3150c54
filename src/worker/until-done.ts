/**
 * Work that is done once, however many ask for it. Where it fails, each of those who asked hears so,
 * and whoever asks next has it done again.
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
