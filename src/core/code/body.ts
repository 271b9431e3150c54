import { formType } from '../base/http.ts';
import { builtForm, builtText } from './built-text.ts';
import { headersIn, mediaTypeOf } from './headers.ts';
import { encodeForm, inCamelCase, tableOf } from './make.ts';
import { isOpen } from './scope.ts';
import { fieldsOf, plainOf, Table, Thing, textOf, type Value } from './value.ts';

/**
 * How a library writes a body: `json` writes everything as JSON, texts too; `objects` writes only objects as JSON;
 * `form` writes objects as a form; `none` takes only texts.
 */
export type Encoding = 'json' | 'objects' | 'form' | 'none';

/** The body of a request as the library sends it. */
export interface GivenBody {
  /** Undefined where the code does not show it. */
  readonly text: string | undefined;
  /** The words in the code that stand for a body that it does not show. */
  readonly behind: string | undefined;
  /** The media type that the library sends with it. */
  readonly type: string | undefined;
  /** Whether the code gives an object to a function that takes only texts. */
  readonly isUnserialized: boolean;
}

const nothing: GivenBody = {
  text: undefined,
  behind: undefined,
  type: undefined,
  isUnserialized: false,
};

/** The body that a library makes of a value. */
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
  const type = isParts ? 'multipart/form-data' : formType;
  return { ...nothing, text: textOf(encodeForm(table)), type };
}

/** The classes and functions that wrap a body: content, entity, publisher, reader. */
const wrapper =
  /(?:Content|Entity|RequestBody|BodyPublishers?|BodyInserters?|Body|Blob|Reader|Buffer|Stream|Bytes|Utf8|UploadHandlerRaw)(?:\.\w+)?\(\)$/i;

function ofThing(thing: Thing, encoding: Encoding): GivenBody {
  const built = builtText(thing);
  if (built !== undefined) return bodyOf(built, encoding === 'json' ? 'objects' : encoding);
  const form = builtForm(thing);
  if (form !== undefined && form.length > 0) return asForm(tableOf('', form));
  if (wrapper.test(thing.path) && !thing.isClass) return unwrapped(thing, encoding);
  const isModel = thing.path.endsWith('()') || !isOpen(thing);
  const fields = isModel ? fieldsOf(thing) : undefined;
  if (fields !== undefined && fields.size > 0) {
    return { ...bodyOf(new Table('', fields), encoding), isUnserialized: false };
  }
  return {
    ...nothing,
    behind: thing.words,
    type: encoding === 'json' ? 'application/json' : undefined,
  };
}

/** The body within what wraps it. One argument is its media type, one the body itself, in an order that differs. */
function unwrapped(thing: Thing, encoding: Encoding): GivenBody {
  const given = [...thing.args, ...thing.named.values(), ...(thing.from?.args ?? [])];
  const types = given.map(mediaTypeOf);
  const content = given.find((it, place) => types[place] === undefined && isContent(it));
  const own = types.find((it) => it !== undefined) ?? typeWithin(thing);
  const isJson = /Json/.test(thing.path);
  const isForm = /Form/.test(thing.path);
  if (content === undefined) return { ...nothing, behind: thing.words, type: own };
  // .NET takes the fields of a form as a list of pairs.
  const fields = isForm && Array.isArray(content) ? tableOf('', content) : content;
  const isForWeb = /(?:^|\.)JsonContent\b/.test(thing.path);
  const inner = bodyOf(
    isForWeb ? inCamelCase(fields) : fields,
    isJson ? 'json' : isForm ? 'form' : encoding,
  );
  const preset = /StringContent\(\)$/.test(thing.path) ? 'text/plain' : inner.type;
  return { ...inner, type: own ?? preset };
}

/** The media type that .NET code sets on the content: `content.Headers.ContentType = …`. */
function typeWithin({ members }: Thing): string | undefined {
  const { headers } = headersIn(members.get('Headers') ?? null);
  return headers.find(([name]) => /^content-?type$/i.test(name))?.[1];
}

function isContent(value: Value): boolean {
  if (value instanceof Thing) return !/Encoding|Charset|UTF_?8|String\.class/i.test(value.path);
  return typeof value === 'string'
    ? !/^utf-?8$/i.test(value)
    : typeof value === 'object' && value !== null;
}
