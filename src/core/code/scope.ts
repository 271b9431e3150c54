import { isOwnFunction, type Scope, Table, Thing, textOf, type Value } from './value.ts';

/** The value of a name in a scope. Within a method, a member of its object counts as a name, too. */
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

/** The scope that holds a name. */
export function homeOf(name: string, scope: Scope): Scope | undefined {
  for (let it: Scope | undefined = scope; it !== undefined; it = it.outer) {
    if (it.names.has(name)) return it;
  }
  return undefined;
}

/** A member of a value; a new thing where the code does not show it. */
export function memberOf(of: Value, name: string): Value {
  if (of instanceof Table) return of.entries.get(name) ?? new Thing(name);
  if (of instanceof Thing) return of.member(name);
  return new Thing(isOwnFunction(of) ? `${of.fn.name ?? 'function'}.${name}` : name);
}

/** An item of a list by its place, or of another value by its name. */
export function itemOf(of: Value, place: Value): Value {
  if (Array.isArray(of)) return of[Number(textOf(place))] ?? new Thing('item');
  return memberOf(of, textOf(place));
}

/** Whether the code does not show what a value is. */
export function isOpen(value: Value | undefined): boolean {
  return value instanceof Thing && value.isOpen;
}

/** Whether a value is empty, as presets are: `null`, `false`, an empty text, list or table. */
export function isEmpty(value: Value): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (value instanceof Table) return value.entries.size === 0 && !value.hasMore;
  return value === null || value === '' || value === false;
}
