/** Lets work go on without waiting for it. A failure goes to the console only. */
export function inBackground(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.warn(error));
}
