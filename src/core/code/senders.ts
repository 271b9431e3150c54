import { calledName } from './combined.ts';
import { methodIn } from './draft.ts';
import type { SeenCall } from './expressions.ts';
import { mediaTypeOf } from './headers.ts';
import { libraryOf } from './libraries.ts';
import { verbIn } from './method-calls.ts';
import { hasAddress } from './options.ts';
import { isOwnFunction, Table, Thing, type Value } from './value.ts';

/** Functions that send nothing: they only show, compare or pass on their arguments. */
const harmless =
  /(?:^|\.)(?:log|debug|info|warn|error|trace|print|println|printf|fprintf|fprintln|write_?host|writeline|write_?output|echo|assert\w*|expect|equals|contains|includes|startswith|endswith|test|match|require|import|describe|it|then|catch|fatal|fatalf|exception|raise|format|parseurl|render|redirect|navigate|goto|open_new_tab|setitem|getitem|push|value|file|allow|origin|register\w*|use)$/i;

/** Whether a call sends or begins a request, because it brings its address along. */
export function bringsAddress(call: SeenCall): boolean {
  const { path, self, args, named, result } = call;
  const name = calledName(path);
  if (!(result instanceof Thing) || self instanceof Table || Array.isArray(self)) return false;
  // `new URL(…).openConnection()`: the value of an address is its text.
  if (typeof self === 'string') {
    // `"https://…".WithOAuthBearerToken(token)` of Flurl begins a chain.
    const isChain = /^With[A-Z]\w+$|^Post\w+Async$/.test(name);
    const isOpening = isChain || /^open_?(?:connection|stream)$/i.test(name);
    return isOpening && looksLikeAddress(self, path, name);
  }
  if (harmless.test(path) || /(?:Options|Config(?:uration)?|Settings)\(\)$/.test(result.path))
    return false;
  if (isGivenAddress(result)) return true;
  // `Http::baseUrl(…)->withToken(…)->post(…)` begins a client.
  const isBase = /^base_?(?:url|uri)$/i.test(name);
  if (isBase && typeof args[0] === 'string' && !/\/api\//.test(args[0])) return false;
  // `app.post('/launch', (request, response) => …)` answers requests, it makes none.
  const isRoute =
    args.some(isOwnFunction) &&
    verbIn(name) !== undefined &&
    typeof args[0] === 'string' &&
    args[0].startsWith('/');
  if (isRoute) return false;
  const [first] = args;
  if (isHandleSent(call)) return true;
  const isWhole = hasAddress(first ?? null) || /url|uri/i.test([...named.keys()].join(' '));
  if (isWhole && (isKnownSender(path, name) || methodOf(args, named) !== undefined)) return true;
  const isTable = (it: Value | undefined) => it instanceof Table && hasAddress(it);
  if (isTable(first) && isKnownSender(path, name)) return true;
  // `axios($, { url, … })` of Pipedream
  if (libraryOf(path).name !== '' && isTable(args[1])) return true;
  // `helpers.httpRequest.call(this, 'credentials', { url, method, … })`
  if (name === 'call' && methodOf(args, named) !== undefined && args.some(hasAddress)) return true;
  return args.some((it) => typeof it === 'string' && looksLikeAddress(it, path, name));
}

/** Whether the code sets an address on an object: `request.RequestUri = …`, CURLOPT_URL. */
function isGivenAddress({ members, methodCalls }: Thing): boolean {
  const isMember = [...members].some(
    ([name, value]) =>
      /^(?:url|uri|requesturi|curlopt_url)$/i.test(name) && typeof value === 'string',
  );
  return (
    isMember || methodCalls.some(({ name, args }) => name === 'setOptions' && args.some(hasAddress))
  );
}

/** Whether a call sends a handle of PHP's curl whose making the code does not show. */
export function isHandleSent({ path, args: [first] }: SeenCall): boolean {
  return (
    path === 'curl_exec' &&
    first instanceof Thing &&
    !first.path.endsWith('()') &&
    isGivenAddress(first)
  );
}

function isKnownSender(path: string, name: string): boolean {
  return (
    libraryOf(path).name !== '' ||
    verbIn(name) !== undefined ||
    /request|fetch|ajax|send|invoke|call|execute|urlopen|http/i.test(name)
  );
}

function methodOf(args: readonly Value[], named: ReadonlyMap<string, Value>): string | undefined {
  for (const it of args) {
    const own = it instanceof Table ? (it.entries.get('method') ?? it.entries.get('type')) : it;
    const method = methodIn(own);
    if (method !== undefined) return method;
  }
  return methodIn(named.get('method') ?? named.get('Method'));
}

function looksLikeAddress(text: string, path: string, name: string): boolean {
  if (mediaTypeOf(text) !== undefined || /\s/.test(text.trim()) || text.length > 2_000)
    return false;
  if (/(?:^|\/)api\/v\d|oauth\/token|flows?\/exec/i.test(text)) return true;
  const isAddress =
    /^(?:https?:\/\/[^/\s]|callout:)/i.test(text) ||
    (/^\{\{/.test(text) && text.includes('/')) ||
    text.startsWith('/');
  if (isAddress && (verbIn(name) !== undefined || /^url$|uri$/i.test(name))) return true;
  if (isAddress && libraryOf(path).name !== '') return true;
  const isOpenAddress = /^\{\{[^{}]*(?:url|uri|endpoint|host|address)[^{}]*\}\}$/i.test(text);
  return (isAddress || isOpenAddress) && /request|client|fetch|open|invoke|send/i.test(name);
}
