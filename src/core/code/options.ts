import type { Encoding } from './body.ts';
import { addressOf, type Draft, methodIn } from './draft.ts';
import { isOpen } from './scope.ts';
import { Table, Thing, textOf, type Value } from './value.ts';

/** Names of members that only options have: an object with one of them is no body. */
const optionNames =
  /^(?:method|headers?|body|json|form|form_params|payload|timeout|contenttype|content_type|http|url|uri|baseurl|base_uri|prefixurl|responsetype|withcredentials|mutehttpexceptions|mode|credentials|redirect|httpheaders|curlopt_\w+|hostname|httpversion|query|auth|observe|verify|allow_redirects|cache|keepalive|signal|resolvewithfullresponse|data-type|datatype|success|error|beforesend|searchparams|interceptors)$/i;

/** Whether a value holds a request's options, rather than a body. */
export function isOptions(value: Value): value is Table {
  if (!(value instanceof Table)) return false;
  const names = [...value.entries.keys()];
  return (
    !names.some((name) => /^flow_?id$/i.test(name)) && names.some((name) => optionNames.test(name))
  );
}

/** Whether options alone say where the request goes. */
export function hasAddress(value: Value): value is Table {
  if (!isOptions(value)) return false;
  const names = [...value.entries.keys()].map((name) => name.toLowerCase());
  return names.some((name) => /^(?:url|uri|hostname|host|curlopt_url|endpoint)$/.test(name));
}

/**
 * Puts a request's options into a draft, by the names that the usual libraries give them.
 *
 * @param encoding what the library makes of an object as `body` or `data`
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

/** The same, where some of the options may lie in what the text does not show: `{ ...options }`. */
export function applyTable(draft: Draft, table: Table, encoding: Encoding): void {
  applyOptions(draft, table.entries, encoding);
  if (table.hasMore) draft.hideRest();
}

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
      // What takes texts only has no `data`: something else is called by the same name.
      draft.setBody(value, encoding === 'none' ? 'objects' : encoding);
      break;
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
      // A function of jQuery that is given the request, to add headers to it.
      draft.hideHeaders();
      break;
    case 'http':
    case 'defaults':
      if (value instanceof Table) applyOptions(draft, value.entries, encoding);
      break;
  }
}

/** `{ mode: 'raw', raw: '…' }` of Postman's scripts. */
function rawBody(value: Value): Value {
  const raw = value instanceof Table && value.entries.has('mode') && value.entries.get('raw');
  return raw === false || raw === undefined ? value : raw;
}

/** `{ bearer: t }`, `['user', 'password']`, `{ username, password }`. */
function applyAuth(draft: Draft, value: Value): void {
  const bearer = value instanceof Table ? value.entries.get('bearer') : undefined;
  if (bearer !== undefined) draft.addHeader('Authorization', `Bearer ${textOf(bearer)}`);
  const isPair = Array.isArray(value) && value.length >= 2;
  const isNamed = value instanceof Table && /user/i.test([...value.entries.keys()].join());
  const isBasic = value instanceof Thing && /Basic/i.test(value.path);
  if (isPair || isNamed || isBasic) draft.addHeader('Authorization', 'Basic {{credentials}}');
  // Another way to sign adds headers that the text does not show.
  else if (bearer === undefined && value !== null) draft.hideHeaders();
}
