import { isGenesysAddress } from './address.ts';
import { type Weighed, weighed } from './candidate.ts';
import { emailsIn } from './emails.ts';
import { idIn, recordIdIn } from './ids.ts';
import { namesOf } from './names.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

/**
 * Finds the fields of a page other than its numbers: name, email, IDs, selection. Where the person pointed at one of
 * several things on the page, only that thing's facts count.
 *
 * @param subjects the owners of the page's declared numbers, as `subjectOf()` gives them
 */
export function* otherFields(
  snapshot: PageSnapshot,
  subjects: readonly string[] = [],
): Generator<[field: string, value: Weighed]> {
  const thing = pointedThing(snapshot.facts);
  const facts =
    thing === undefined ? snapshot.facts : snapshot.facts.filter(({ group }) => group === thing);
  for (const fact of facts) {
    if (fact.kind === 'selection') yield ['selection', weighed(fact, fact.value, 150)];
    for (const email of emailsIn(fact)) yield ['email', email];
    for (const field of ['customerId', 'conversationId'] as const) {
      const id = idIn(fact, field);
      if (id) yield [field, id];
    }
    const record = fact.kind === 'record-link' ? recordIdIn(fact.value) : undefined;
    if (record) yield ['customerId', weighed(fact, record, 60)];
  }
  for (const name of namesOf(facts, subjects)) yield ['customerName', name];
  const record = thing === undefined ? recordIdIn(snapshot.url) : undefined;
  if (record && !isGenesysAddress(snapshot.url))
    yield ['customerId', { value: record, shown: record, source: { kind: 'address' }, weight: 60 }];
}

/** The group of the card, row or entry in which the person clicked or selected, where the page shows several. */
function pointedThing(facts: readonly PageFact[]): number | undefined {
  return facts.find(
    ({ kind, group }) => (kind === 'clicked-link' || kind === 'selection') && group !== undefined,
  )?.group;
}
