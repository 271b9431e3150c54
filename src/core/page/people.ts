import type { Candidate, PageField, Weighed } from './candidate.ts';

/** One of several people whom a page shows alike, as in the rows of a list of contacts. */
export interface PersonOfPage {
  name: string;
  number: Candidate;
}

/**
 * The people whose numbers a page shows, where it shows several alike and no number stands out: a person
 * has to say which of them is meant. One entry for each number, in the order of the page's likeliest.
 *
 * @param number the field of the customer's number
 */
export function peopleOf(number: PageField | undefined): readonly PersonOfPage[] {
  if (number === undefined || number.filled) return [];
  const people = [number.best, ...number.others].flatMap((candidate) => {
    const { person } = candidate.source;
    return person === undefined ? [] : [{ name: person, number: candidate }];
  });
  return new Set(people.map(({ name }) => name)).size > 1 ? people : [];
}

/** Below this, a value is offered and does not fill a form. */
const mostOffered = 44;

/**
 * The finds of one field, marked with whose they are where they are those of several people. Then none of them
 * fills a form by itself, unless it is surely meant or of the same person as the number.
 *
 * @param person whose the number is that fills the form
 */
export function ofSeveralPeople(
  found: readonly Weighed[],
  person: string | undefined,
): readonly Weighed[] {
  const people = new Set(found.flatMap((each) => each.person ?? []));
  if (people.size < 2) return found;
  return found.map((each) => {
    if (each.person === undefined || each.weight >= 100) return each;
    const source = { ...each.source, person: each.person };
    const weight = each.person === person ? each.weight : Math.min(each.weight, mostOffered);
    return { ...each, source, weight };
  });
}
