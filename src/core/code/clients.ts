import type { Draft } from './draft.ts';
import type { SeenCall } from './expressions.ts';
import { applyMembers } from './method-calls.ts';
import { applyOptions } from './options.ts';
import { rootOf } from './roots.ts';
import { openPlace, Table, Thing, type Value } from './value.ts';

/** Puts into a draft what a client was made with: its options, or its host. */
export function applyClient(draft: Draft, it: Value): void {
  if (it instanceof Table) applyOptions(draft, it.entries, 'none');
  else if (it instanceof Thing && /(?:Options|Config\w*|Settings)\(\)$/.test(it.path)) {
    for (const own of it.args) applyClient(draft, own);
    applyMembers(draft, it.members);
  } else if (typeof it === 'string' && host.test(it)) {
    draft.base ??= it.includes('://') || it.startsWith('{{') ? it : `https://${it}`;
  } else if (it instanceof Thing && /(?:url|uri|host|base|endpoint)$/i.test(it.words)) {
    draft.base ??= openPlace(it.words);
  }
}

const host = /^(?:https?:\/\/\S+|[\w{}-]+(?:\.[\w{}-]+)+(?::\d+)?\/?)$/i;

/**
 * Whether the code shows the client that sends a request. A client from elsewhere may have an address, headers and a
 * token of its own.
 */
export function isClientShown({ path, self, result }: SeenCall): boolean {
  if (typeof self === 'string') return true;
  const made = result instanceof Thing && /(?:^|\.)[A-Z]\w*\(\)$/.test(result.path);
  const thing = self instanceof Thing ? rootOf(self) : made ? result : undefined;
  // A message of ServiceNow that has a name holds headers and a sign-in of its own.
  if (thing !== undefined && /RESTMessageV2\(\)$/.test(thing.path) && thing.args.length > 0)
    return false;
  const root = thing?.path ?? path;
  return shownClients.test(root);
}

/** Whether the code changes each request of the client: `api.interceptors.request.use(…)`. */
export function isIntercepted({ self }: SeenCall): boolean {
  return self instanceof Thing && (rootOf(self) ?? self).members.has('interceptors');
}

const shownClients =
  /^(?:axios|unirest|requests|httpx|aiohttp|urllib\d?|\$|jQuery|UrlFetchApp|got|ky|request|rp|superagent|needle|Unirest|Http|https?|Invoke-\w+|(?:window\.|globalThis\.|node-|\$)?fetch|undici|curl_\w+|file_get_contents|wp_remote\w+|purecloud\.SDK\.Rest)(?:$|[.(])|(?:^|\.)[A-Z]\w*\(\)(?:\.\w+\(\))*$|(?:\bsession|\bcreate\w*|\bnew[A-Z]\w*|curl_init|openConnection|request-promise|node-fetch)\(\)$|^(?:request-promise|node-fetch)/;
