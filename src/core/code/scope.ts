import { isMade, type Scope, Table, Thing, textOf, type Value } from './value.ts';

/** What a name stands for here; members of the object whose method this is need no `this`. */
export function lookUp(name: string, scope: Scope): Value | undefined {
  for (let it: Scope | undefined = scope; it !== undefined; it = it.outer) {
    const known = it.names.get(name);
    if (known !== undefined) return known;
    const self = it.names.get('this');
    const member = self instanceof Thing ? self.members.get(name) : undefined;
    if (member !== undefined) return member;
  }
  return undefined;
}

/** The scope in which a name was given its value. */
export function homeOf(name: string, scope: Scope): Scope | undefined {
  for (let it: Scope | undefined = scope; it !== undefined; it = it.outer) {
    if (it.names.has(name)) return it;
  }
  return undefined;
}

/** A member of a value; unknown where the text does not say it. */
export function memberOf(of: Value, name: string): Value {
  if (of instanceof Table) return of.entries.get(name) ?? new Thing(name);
  if (of instanceof Thing) return of.member(name);
  return new Thing(isMade(of) ? `${of.fn.name ?? 'function'}.${name}` : name);
}

export function itemOf(of: Value, place: Value): Value {
  if (Array.isArray(of)) return of[Number(textOf(place))] ?? new Thing('item');
  return memberOf(of, textOf(place));
}

/** Whether the text does not say what a value is. */
export function isOpen(value: Value | undefined): boolean {
  return value instanceof Thing && value.isOpen;
}

/** Whether a value stands for nothing, as presets do: `null`, an empty text, list or table. */
export function isEmpty(value: Value): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (value instanceof Table) return value.entries.size === 0 && !value.hasMore;
  return value === null || value === '' || value === false;
}
