/**
 * The function, remembering its last result: called again with the very same arguments, it gives the very
 * same answer without work. For what a view derives from its state with every key.
 */
export function remembered<Args extends readonly unknown[], Result>(
  derive: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { args: Args; result: Result } | undefined;
  return (...args) => {
    const isSame = last?.args.every((arg, place) => Object.is(arg, args[place]));
    if (last === undefined || !isSame || last.args.length !== args.length) {
      last = { args, result: derive(...args) };
    }
    return last.result;
  };
}
