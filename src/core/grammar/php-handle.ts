import type { Argument, Expr } from '../code/syntax.ts';

/**
 * A call that names what it sets in its arguments: `curl_setopt($ch, CURLOPT_URL, $url)` sets a member
 * of its handle, `define('HOST', $url)` a constant. `undefined` for every other call.
 *
 * @param option the second argument as it is written, and where
 */
export function handleCall(
  name: string,
  option: { readonly words: string; readonly at: number },
  [handle, second, third]: readonly Argument[],
): Expr | undefined {
  if (handle === undefined || second === undefined) return undefined;
  if (name === 'curl_setopt' && third !== undefined) {
    const to: Expr = { kind: 'member', of: handle.value, name: option.words };
    return { kind: 'set', to, value: third.value };
  }
  if (name === 'define' && handle.value.kind === 'value') {
    const to: Expr = { kind: 'name', name: String(handle.value.value) };
    return { kind: 'set', to, value: second.value };
  }
  if (name !== 'curl_setopt_array') return undefined;
  const callee: Expr = { kind: 'member', of: handle.value, name: 'setOptions' };
  return { kind: 'call', callee, args: [second], isNew: false, at: option.at };
}
