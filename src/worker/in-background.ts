/** Lets work go on that nobody waits for. Where it fails, that is told to the console only. */
export function inBackground(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.warn(error));
}
