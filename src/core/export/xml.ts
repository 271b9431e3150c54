import { isObject } from '../base/json.ts';
import { readLiteral } from '../request/literal.ts';
import { type Piece, requestPiece } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';

/** A text or an attribute of XML, with what it is called there. */
interface Leaf {
  /** The element's `name`, else the element; the attribute. Lower case, without a prefix. */
  readonly name: string;
  readonly value: string;
}

/**
 * The request that a tool keeps in XML: a sampler of JMeter, a flow of MuleSoft, a project of SoapUI.
 * Each tool has names of its own, so the parts are known by what they hold. Empty for other XML.
 */
export function requestsOfXml(pasted: string): Piece[] {
  const start = /^\s*<(?:\?xml|!--|[a-z][\w:.-]*[\s>])/i.test(pasted) ? 0 : pasted.search(known);
  if (start < 0) return [];
  const end = pasted.lastIndexOf('>') + 1;
  const text = pasted.slice(start, end);
  const { leaves, isWhole } = read(text);
  const url = addressIn(leaves);
  if (url === undefined) return [];
  const headers = headersIn(leaves);
  const request = seenRequest({
    form: formOf(text),
    method: leaves.find(({ name, value }) => /method|verb/.test(name) && verb.test(value))?.value,
    url,
    headers,
    // What sends it may add more from another element.
    headersShown: headers.length > 0 ? 'unsure' : 'no',
    bodyText: bodyIn(leaves),
    isWire: formOf(text) === 'JMeter',
    isCut: !isWhole || pasted.includes('<', end),
  });
  return [requestPiece(request)];
}

/** What begins such a file in the middle of a text. */
const known =
  /<(?:\?xml|jmeterTestPlan|HTTPSamplerProxy|mule|flow|con:|http:request)(?=[\s>:\w])[^<>]*>/;

const verb = /^(?:GET|POST|PUT|PATCH|DELETE)$/i;

function formOf(text: string): string {
  if (/<jmeterTestPlan|HTTPSamplerProxy/.test(text)) return 'JMeter';
  return /mulesoft\.org|<http:request\b/.test(text) ? 'MuleSoft' : 'XML';
}

const token =
  /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<(\/?)([\w:.-]{1,100})((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|([^<]+)/g;

const mostTokens = 20_000;

function read(text: string): { leaves: Leaf[]; isWhole: boolean } {
  const leaves: Leaf[] = [];
  const open: string[] = [];
  let name = '';
  let tokens = 0;
  for (const [, data, slash, tag, attributes = '', words] of text.matchAll(token)) {
    tokens += 1;
    if (tokens > mostTokens) return { leaves, isWhole: false };
    const value = data ?? (words === undefined ? '' : withoutEntities(words).trim());
    if (tag === undefined) {
      if (value !== '') leaves.push({ name, value });
    } else if (slash === '/') {
      if (open.at(-1) === tag) open.pop();
    } else {
      if (!attributes.endsWith('/')) open.push(tag);
      const own = attributesIn(attributes);
      name = (own.find((it) => it.name === 'name')?.value ?? tag.replace(/^.*:/, '')).toLowerCase();
      for (const it of own) {
        const isMark =
          it.name === 'name' ? !headerName.test(it.value) : it.name === 'exists-action';
        if (!isMark) leaves.push(it);
      }
    }
  }
  return { leaves, isWhole: open.length === 0 };
}

function attributesIn(text: string): Leaf[] {
  return [...text.matchAll(/([\w:.-]{1,100})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, name = '', double, single]) => {
      return {
        name: name.replace(/^.*:/, '').toLowerCase(),
        value: withoutEntities(double ?? single ?? ''),
      };
    },
  );
}

const entities: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  amp: '&',
};

function withoutEntities(text: string): string {
  return text.replace(
    /&(?:(quot|apos|lt|gt|amp)|#(\d{1,6})|#x([\da-f]{1,5}));/gi,
    (_, named: string | undefined, decimal: string | undefined, hex = '') =>
      named === undefined
        ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
        : (entities[named.toLowerCase()] ?? ''),
  );
}

const ofApi = /\/api\/v\d+\/|flows?\/exec|oauth\/token/i;

/** Characters of an address, with all that tools put into its open places. */
const longestAddress = 2_000;

/** The address in one piece, else the host, the scheme and the path that stand apart. */
function addressIn(leaves: readonly Leaf[]): string | undefined {
  const known = leaves
    .map(({ value }) => value)
    .filter((it) => it.length <= longestAddress && ofApi.test(it))
    .filter((it) => !/[\s{}"]/.test(it.replace(/[#$]?[[{][^\s"]*[\]}]/g, '')));
  const whole = known.find((it) => /^https?:\/\//.test(it));
  const [path] = known;
  if (whole !== undefined || path === undefined) return whole;
  const host = leaves.find(({ name, value }) => {
    return /(?:domain|host|server|endpoint|baseurl)$/.test(name) && /^[^\s.]+\.\S+$/.test(value);
  })?.value;
  if (host === undefined) return path;
  const base = /^https?:\/\//.test(host) ? host : `https://${host}`;
  return `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
}

const headerName = /^(?:content-type|authorization|accept)$/i;

/** The value of a header follows its name; or the element or attribute is named like it. */
function headersIn(leaves: readonly Leaf[]): [string, string][] {
  return leaves.flatMap(({ name, value }, place): [string, string][] => {
    if (headerName.test(name)) return [[name, value]];
    const next = leaves[place + 1];
    return headerName.test(value) && next !== undefined ? [[value, next.value]] : [];
  });
}

/** The text that holds an object which names a flow or inputs, also behind a head as DataWeave has it. */
function bodyIn(leaves: readonly Leaf[]): string | undefined {
  for (const { value } of leaves) {
    const at = value.indexOf('{');
    if (at < 0 || !/flow_?id/i.test(value)) continue;
    const text = value.slice(at);
    const literal = readLiteral(text);
    if (!literal.ok || !isObject(literal.value.value)) continue;
    // What DataWeave writes as JSON is JSON, whatever quotes its source has.
    const isDataWeave = /output application\/json[\s\S]*---\s*$/.test(value.slice(0, at));
    return isDataWeave ? JSON.stringify(literal.value.value) : text;
  }
  return undefined;
}
