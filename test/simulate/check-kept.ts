import type { Breaks } from './check.ts';
import type { Posted } from './posted.ts';

/** No POST leaves longer than this after it was confirmed, waits and looks included, in milliseconds. */
const longest = 3 * 60_000;

/** What must hold of a launch that was kept for a while: that it may still leave, and is still expected. */
export function checkKept(
  { cause, id, now, forbids, mayAtOnce }: Posted,
  cancelled: ReadonlySet<string>,
  breaks: Breaks,
  count: (name: string) => void,
): void {
  count('allowed');
  if (forbids !== undefined) breaks('allowed', `The ${forbids} is forbidden.`);
  if (cause?.isAtOnce && !mayAtOnce) breaks('allowed', 'It may be launched by a press only.');
  count('expected');
  if (cancelled.has(id)) breaks('expected', 'It was cancelled.');
  const late = now - (cause?.at ?? now);
  if (late > longest) breaks('expected', `It was confirmed ${late / 1_000} seconds ago.`);
}
