import { builtText } from './built-text.ts';
import { headersIn, mediaTypeOf } from './headers.ts';
import { encodeForm, tableOf } from './make.ts';
import { isOpen } from './scope.ts';
import { fieldsOf, plainOf, Table, Thing, textOf, type Value } from './value.ts';

/**
 * What a library makes of a body: `json` writes anything as JSON, a text too; `objects` writes only
 * objects as JSON, `form` as a form; `none` takes nothing but text.
 */
export type Encoding = 'json' | 'objects' | 'form' | 'none';

/** The body of a request as it leaves. */
export interface GivenBody {
  /** `undefined` where the text does not show it. */
  readonly text: string | undefined;
  /** What stands in its place then. */
  readonly behind: string | undefined;
  /** The media type that comes along with it. */
  readonly type: string | undefined;
  /** Whether an object was given to something that takes text only. */
  readonly isUnserialized: boolean;
}

const nothing: GivenBody = {
  text: undefined,
  behind: undefined,
  type: undefined,
  isUnserialized: false,
};

/** The body that a value becomes when it is sent. */
export function bodyOf(value: Value, encoding: Encoding): GivenBody {
  if (typeof value === 'string') {
    const isJson = encoding === 'json';
    const text = isJson ? JSON.stringify(value) : value;
    return { ...nothing, text, type: isJson ? 'application/json' : undefined };
  }
  const type = encoding === 'json' || encoding === 'objects' ? 'application/json' : undefined;
  if (value instanceof Thing) return ofThing(value, encoding);
  if (value instanceof Table && isForm(value)) return asForm(value);
  if (value instanceof Table || Array.isArray(value)) {
    if (encoding === 'form' && value instanceof Table) return asForm(value);
    const text = JSON.stringify(plainOf(value));
    return { ...nothing, text, type, isUnserialized: encoding === 'none' };
  }
  return value === null ? nothing : { ...nothing, text: textOf(value), type };
}

function isForm({ tag }: Table): boolean {
  return /^(?:URLSearchParams|FormData|url\.Values|Values)$/.test(tag);
}

function asForm(table: Table): GivenBody {
  const isParts = table.tag === 'FormData';
  const type = isParts ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  return { ...nothing, text: textOf(encodeForm(table)), type };
}

/** Names of what wraps a body: content, entity, publisher, reader. */
const wrapper =
  /(?:Content|Entity|RequestBody|BodyPublishers?|BodyInserters?|Body|Blob|Reader|Buffer|Stream|Bytes|Utf8|UploadHandlerRaw)(?:\.\w+)?\(\)$/i;

function ofThing(thing: Thing, encoding: Encoding): GivenBody {
  const built = builtText(thing);
  if (built !== undefined) return bodyOf(built, encoding === 'json' ? 'objects' : encoding);
  if (wrapper.test(thing.path) && !thing.isKind) return unwrapped(thing, encoding);
  const isModel = thing.path.endsWith('()') || !isOpen(thing);
  if (isModel && fieldsOf(thing).size > 0) {
    return { ...bodyOf(new Table('', modelEntries(thing)), encoding), isUnserialized: false };
  }
  return {
    ...nothing,
    behind: thing.words,
    type: encoding === 'json' ? 'application/json' : undefined,
  };
}

function modelEntries(thing: Thing): [string, Value][] {
  return [...fieldsOf(thing)];
}

/** Of the arguments one is the media type, one the body itself; their order differs. */
function unwrapped(thing: Thing, encoding: Encoding): GivenBody {
  const given = [...thing.args, ...thing.named.values(), ...fromChain(thing)];
  const types = given.map(mediaTypeOf);
  const content = given.find((it, place) => types[place] === undefined && isContent(it));
  const own = types.find((it) => it !== undefined) ?? typeWithin(thing);
  const isJson = /Json/.test(thing.path);
  const isForm = /Form/.test(thing.path);
  if (content === undefined) return { ...nothing, behind: thing.words, type: own };
  // .NET takes the fields of a form as a list of pairs.
  const fields = isForm && Array.isArray(content) ? tableOf('', content) : content;
  const inner = bodyOf(fields, isJson ? 'json' : isForm ? 'form' : encoding);
  const preset = /StringContent\(\)$/.test(thing.path) ? 'text/plain' : inner.type;
  return { ...inner, type: own ?? preset };
}

/** `content.Headers.ContentType = …` of .NET. */
function typeWithin({ members }: Thing): string | undefined {
  const { headers } = headersIn(members.get('Headers') ?? null);
  return headers.find(([name]) => /^content-?type$/i.test(name))?.[1];
}

function fromChain(thing: Thing): readonly Value[] {
  return thing.from === undefined ? [] : [...thing.from.args];
}

function isContent(value: Value): boolean {
  if (value instanceof Thing) return !/Encoding|Charset|UTF_?8|String\.class/i.test(value.path);
  return typeof value === 'string'
    ? !/^utf-?8$/i.test(value)
    : typeof value === 'object' && value !== null;
}
