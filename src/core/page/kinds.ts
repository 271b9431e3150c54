/**
 * What a fact was read from. In a file of its own, because a draft names it and a view that draws one does
 * not read pages.
 */
export const factKinds = [
  'address-bar', // what was typed after our keyword
  'site-rule', // an element that the site rule names; `name` is the field
  'clicked-link', // the link under the context menu
  'clicked-text', // of the element under the context menu, where a site lets us remember it
  'selection',
  'link', // an address with a scheme; `label` is its text
  'input', // `name`: autocomplete, type, name and id; `label`: what stands beside it
  'json-ld', // `name`: types and keys from the root, as in Person.contactPoint.telephone
  'microdata', // `name`: Type.property
  'rdfa',
  'microformat', // `name`: the class, as in tel or p-tel
  'meta', // `name`: the meta element's name or property
  'pair', // a term and its description, a row's head and its cell
  'heading',
  'attribute', // of an element that calls a number by script; `name`: the attribute's
  'record-link', // a link to another record of the same site, in a card or row; `label`: its text
  'text', // visible text that may hold a number or an email address
  'parameter', // of the page's address; `name`: the parameter's
] as const;

export type FactKind = (typeof factKinds)[number];

/** Whether a value was read from a fact, rather than from the page's address or title, or from elsewhere. */
export function isFactKind(kind: string): kind is FactKind {
  return factKinds.some((each) => each === kind);
}

const dataKinds: readonly FactKind[] = ['json-ld', 'microdata', 'rdfa'];

/** Whether a fact is data for machines, whose `name` ends in a type and a property: `Person.telephone`. */
export function isData(kind: FactKind): boolean {
  return dataKinds.includes(kind);
}

/** Whether a fact says itself what it is, as data or by the class of a microformat. */
export function isMarkedUp(kind: FactKind): boolean {
  return isData(kind) || kind === 'microformat';
}

/** Facts that are read as running text, with what the kind alone is worth. */
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
