import type { PageFact } from './snapshot.ts';

const labelKeys = /^(?:name|contactType|description|label|phoneType|type|areaServed)$/;

/**
 * Gives the numbers in structured data the words that the same object has for them: a contact point
 * named "Fax" is no telephone. An object begins where its path does, or where one of its keys comes
 * again.
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
    if (!/^(?:json-ld|microdata|rdfa)$/.test(fact.kind)) continue;
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

/** A way to reach a person, as schema.org and others describe one; anything else has a name of its own. */
function isPoint(owner: string): boolean {
  return /contact|phone|tel/i.test(owner.split('.').at(-1) ?? '');
}

/** The thing that structured data says something of: `Person` of `Person.contactPoint:X.telephone`. */
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
