/** Resolves after so many milliseconds. */
export function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** What is answered within so many milliseconds; undefined where nothing is. Rejects as the answer does. */
export function inTime<Answer>(
  answer: Promise<Answer>,
  milliseconds: number,
): Promise<Answer | undefined> {
  return Promise.race([answer, after(milliseconds).then(() => undefined)]);
}

/** Resolves once the page rests, so that what was to be drawn is drawn; after 100 ms in any case. */
export function rest(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 100 }));
}
