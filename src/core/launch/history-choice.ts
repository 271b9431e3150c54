import type { Launch } from './launch.ts';

/** How many launches can be ticked at a time: as many as are compared side by side. */
export const mostChosen = 2;

/**
 * The ids that are ticked after one more was ticked or unticked, in the order of ticking; undefined
 * where it would be one too many, and nothing changes.
 */
export function withChosen(
  chosen: readonly Pick<Launch, 'id'>[],
  id: string,
  isChosen: boolean,
): readonly string[] | undefined {
  const others = chosen.map((each) => each.id).filter((each) => each !== id);
  if (!isChosen) return others;
  return others.length < mostChosen ? [...others, id] : undefined;
}
