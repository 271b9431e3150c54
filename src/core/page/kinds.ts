/**
 * What a fact was read from. The list stands in a file of its own, so that a view that draws a draft need not load
 * the code that understands pages.
 */
export const factKinds = [
  'address-bar', // what the person typed after Kickoff's keyword in the address bar
  'site-rule', // an element that the site rule names; `name` is the field
  'clicked-link', // the link under the context menu
  'clicked-text', // the text of the element under the context menu, on sites that Kickoff may read without a click
  'selection', // what the person selected
  'link', // an address with a scheme; `label` is its text
  'input', // `name`: autocomplete, type, name and id; `label`: what stands beside it
  'json-ld', // `name`: types and keys from the root, as in Person.contactPoint.telephone
  'microdata', // `name`: Type.property
  'rdfa', // `name`: Type.property
  'microformat', // `name`: the class without its prefix, as in tel for p-tel
  'meta', // `name`: the meta element's name or property
  'pair', // a term and its description, a row's head and its cell; `label`: the term
  'heading', // `name`: its level, as in h1
  'attribute', // an attribute from which the page's script calls a number; `name`: the attribute's
  'record-link', // a link to another record of the same site, in a card or row; `label`: its text
  'text', // visible text that may hold a number or an email address
  'parameter', // a parameter of the page's address; `name`: the parameter's
] as const;

export type FactKind = (typeof factKinds)[number];

/** Whether a source is one of the kinds of fact, rather than the page's address or title, a setting or a look-up. */
export function isFactKind(kind: string): kind is FactKind {
  return factKinds.some((each) => each === kind);
}

const dataKinds: readonly FactKind[] = ['json-ld', 'microdata', 'rdfa'];

/** Whether a fact is data for machines, whose `name` ends in a type and a property: `Person.telephone`. */
export function isData(kind: FactKind): boolean {
  return dataKinds.includes(kind);
}

/** Whether a fact's markup says what the fact is: as structured data, or by the class of a microformat. */
export function isMarkedUp(kind: FactKind): boolean {
  return isData(kind) || kind === 'microformat';
}

/** Whether a fact is the address of a link. */
export function isLink(kind: FactKind): boolean {
  return kind === 'link' || kind === 'clicked-link';
}

/** The kinds of fact that Kickoff reads as running text, each with the weight of a number found there. */
export const proseWeight: Readonly<Partial<Record<FactKind, number>>> = {
  'address-bar': 40,
  'clicked-text': 30,
  selection: 30,
  pair: 28,
  heading: 26,
  input: 34,
  parameter: 26,
  text: 24,
  attribute: 22,
  meta: 10,
};
