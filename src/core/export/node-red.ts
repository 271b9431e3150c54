import { isObject } from '../base/json.ts';

/**
 * The code of an exported flow of Node-RED: what its functions do to the message, and where the
 * node behind them sends it. `undefined` for anything else.
 * https://nodered.org/docs/user-guide/nodes#http-request
 */
export function codeOfNodeRed(value: unknown): string | undefined {
  const nodes = (Array.isArray(value) ? value : []).filter(isObject);
  const sender = nodes.find(({ type, wires }) => type === 'http request' && Array.isArray(wires));
  if (sender === undefined) return undefined;
  const functions = nodes.flatMap(({ type, func }) =>
    type === 'function' && typeof func === 'string'
      ? [func.replace(/^[ \t]*return msg\b.*$/gm, '')]
      : [],
  );
  if (functions.length === 0) return undefined;
  const { url, method } = sender;
  const own = [
    ...(typeof url === 'string' && url !== '' ? [`msg.url = ${JSON.stringify(url)};`] : []),
    ...(typeof method === 'string' && method !== 'use'
      ? [`msg.method = ${JSON.stringify(method)};`]
      : []),
  ];
  return [...functions, ...own, 'return msg;'].join('\n');
}
