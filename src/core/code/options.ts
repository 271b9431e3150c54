import type { Encoding } from './body.ts';
import { addressOf, type Draft, methodIn } from './draft.ts';
import { isOpen } from './scope.ts';
import { Table, Thing, textOf, type Value } from './value.ts';

/** Names of members that only options have: an object with such a member is no body. */
const optionNames =
  /^(?:method|headers?|body|json|form|form_params|payload|timeout|contenttype|content_type|http|url|uri|baseurl|base_uri|prefixurl|responsetype|withcredentials|mutehttpexceptions|mode|credentials|redirect|httpheaders|curlopt_\w+|hostname|httpversion|query|auth|observe|verify|allow_redirects|cache|keepalive|signal|resolvewithfullresponse|data-type|datatype|success|error|beforesend|searchparams|interceptors)$/i;

/** Whether a value holds the options of a request, and is no body. */
export function isOptions(value: Value): value is Table {
  if (!(value instanceof Table)) return false;
  const names = [...value.entries.keys()];
  return (
    !names.some((name) => /^flow_?id$/i.test(name)) && names.some((name) => optionNames.test(name))
  );
}

/**
 * Whether options hold the body under a name of its own, or beside the headers, as clients of Guzzle, Playwright and
 * got take them behind the address.
 */
export function bringsBody(options: Table): boolean {
  const names = new Set([...options.entries.keys()].map((name) => name.toLowerCase()));
  const bodies = ['json', 'form_params', 'multipart'].filter((name) => names.has(name));
  return bodies.length > 0 || (names.has('headers') && (names.has('data') || names.has('body')));
}

/** Whether a value holds options that include the address of the request. */
export function hasAddress(value: Value): value is Table {
  if (!isOptions(value)) return false;
  const names = [...value.entries.keys()].map((name) => name.toLowerCase());
  return names.some((name) => /^(?:url|uri|hostname|host|curlopt_url|endpoint)$/.test(name));
}

/**
 * Puts the options of a request into a draft. Knows the names that the usual libraries give them.
 *
 * @param encoding how the library writes an object as `body` or `data`
 */
export function applyOptions(
  draft: Draft,
  options: Iterable<readonly [string, Value]>,
  encoding: Encoding,
): void {
  const all = new Map([...options].map(([name, value]) => [name.toLowerCase(), value] as const));
  for (const [name, value] of all) applyOption(draft, name, value, encoding);
  const host = all.get('hostname') ?? all.get('host');
  const path = all.get('path') ?? all.get('pathname');
  if (host !== undefined && draft.url === undefined) {
    draft.url = `https://${textOf(host).replace(/^https?:\/\//, '')}${path === undefined ? '' : textOf(path)}`;
  }
}

/** The same for a table that may hold options that the text does not show: `{ ...options }`. */
export function applyTable(draft: Draft, table: Table, encoding: Encoding): void {
  applyOptions(draft, table.entries, encoding);
  if (table.hasMore) draft.hideRest();
}

/** Puts one option into a draft; leaves out those that do not change the request. `name`: in lower case. */
export function applyOption(draft: Draft, name: string, value: Value, encoding: Encoding): void {
  switch (name.replace(/^curlopt_/, '')) {
    case 'url':
    case 'uri':
    case 'requesturi':
    case 'endpoint':
      draft.url ??= addressOf(value);
      break;
    case 'baseurl':
    case 'base_url':
    case 'base_uri':
    case 'baseuri':
    case 'prefixurl':
    case 'baseaddress':
      draft.base = addressOf(value);
      break;
    case 'method':
    case 'type':
    case 'httpmethod':
    case 'requestmethod':
    case 'customrequest':
      draft.method = methodIn(value) ?? draft.method;
      break;
    case 'post':
      if (value === true || value === 1) draft.method ??= 'POST';
      break;
    case 'headers':
    case 'header':
    case 'httpheader':
    case 'httpheaders':
    case 'defaultrequestheaders':
      draft.addHeaders(value);
      break;
    case 'contenttype':
    case 'content_type':
      draft.setType(value);
      break;
    case 'json':
      if (value === true) draft.sendJson();
      else if (value !== false) draft.setBody(value, 'json');
      break;
    case 'form':
    case 'form_params':
    case 'formdata':
      if (!isOpen(value)) draft.setBody(value, 'form');
      break;
    case 'body':
    case 'payload':
    case 'content':
    case 'requestbody':
    case 'uploadhandler':
    case 'postfields':
    case 'postdata':
      draft.setBody(rawBody(value), name === 'postfields' ? 'form' : encoding);
      break;
    case 'data':
      // Libraries that take only texts have no `data`, so this is another library's.
      draft.setBody(value, encoding === 'none' ? 'objects' : encoding);
      break;
    case 'params':
    case 'query':
    case 'searchparams':
      draft.setQuery(value);
      break;
    case 'auth_bearer':
    case 'token':
      draft.addHeader('Authorization', `Bearer ${textOf(value)}`);
      break;
    case 'infile':
      draft.setBody(new Thing(textOf(value)), 'none');
      break;
    case 'auth':
    case 'authentication':
      applyAuth(draft, value);
      break;
    case 'beforesend':
    case 'interceptors':
      // Such a function may add headers to the request.
      draft.hideHeaders();
      break;
    case 'http':
    case 'defaults':
      if (value instanceof Table) applyOptions(draft, value.entries, encoding);
      break;
  }
}

/** The raw text of a body in Postman's scripts, `{ mode: 'raw', raw: '…' }`; every other body as it is. */
function rawBody(value: Value): Value {
  const raw = value instanceof Table && value.entries.has('mode') && value.entries.get('raw');
  return raw === false || raw === undefined ? value : raw;
}

/** Puts credentials into a draft: `{ bearer: t }`, `['user', 'password']`, `{ username, password }`. */
function applyAuth(draft: Draft, value: Value): void {
  const bearer = value instanceof Table ? value.entries.get('bearer') : undefined;
  if (bearer !== undefined) draft.addHeader('Authorization', `Bearer ${textOf(bearer)}`);
  const isPair = Array.isArray(value) && value.length >= 2;
  const isNamed = value instanceof Table && /user/i.test([...value.entries.keys()].join());
  const isBasic = value instanceof Thing && /Basic/i.test(value.path);
  if (isPair || isNamed || isBasic) draft.addHeader('Authorization', 'Basic {{credentials}}');
  // Any other way to sign in adds headers that the text does not show.
  else if (bearer === undefined && value !== null) draft.hideHeaders();
}
