/**
 * Puts a function in place of a method, until it is put back. `vi.spyOn` does that too, but Vitest holds each of its
 * spies until the file ends, and with it all that the spy can reach: here the whole world of each test.
 *
 * @returns puts back what was there
 */
export function replace<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  value: Owner[Name],
): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  return () => {
    if (before === undefined) Reflect.deleteProperty(owner, name);
    else Object.defineProperty(owner, name, before);
  };
}
