import { isData } from './kinds.ts';
import type { PageFact } from './snapshot.ts';

const labelKeys = /^(?:name|contactType|description|label|phoneType|type|areaServed)$/;

/**
 * Labels the facts of structured data with the words that the same object has for them: a contact point named "Fax" is
 * no telephone. A new object begins where the path changes, or where a key comes again.
 */
export function withDataLabels(facts: readonly PageFact[]): PageFact[] {
  const labels = new Map<PageFact, string>();
  let object: PageFact[] = [];
  const close = () => {
    const words = object
      .filter((fact) => labelKeys.test(keyOf(fact)) && isPoint(ownerOf(fact)))
      .map(({ value }) => value.slice(0, 40));
    if (words.length > 0) for (const fact of object) labels.set(fact, words.join(', '));
    object = [];
  };
  for (const fact of facts) {
    if (!isData(fact.kind)) continue;
    const isNext = object.some(
      (other) => ownerOf(other) !== ownerOf(fact) || keyOf(other) === keyOf(fact),
    );
    if (isNext) close();
    object.push(fact);
  }
  close();
  return facts.map((fact) => {
    const label = fact.label ?? labels.get(fact);
    return label === undefined ? fact : { ...fact, label };
  });
}

/** Whether an object is a way to reach its owner, as a `contactPoint` of schema.org is; only its name is a label. */
function isPoint(owner: string): boolean {
  return /contact|phone|tel/i.test(owner.split('.').at(-1) ?? '');
}

/** The path of the thing that a fact of structured data is about: `Person` for `Person.contactPoint:X.telephone`. */
export function subjectOf({ name = '' }: PageFact): string {
  return ownerOf({ name }).replace(
    /(?:\.(?:contactPoints?|address|phones?|hasPOS)(?::\w+)?)+$/i,
    '',
  );
}

function ownerOf({ name = '' }: Pick<PageFact, 'name'>): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('.')));
}

function keyOf({ name = '' }: PageFact): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
