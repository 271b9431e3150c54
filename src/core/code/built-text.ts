import { plainOf, type Thing, textOf, type Value } from './value.ts';

/**
 * The text that a string builder, a buffer or a writer of JSON builds piece by piece (`writeStartObject`,
 * `writeStringField` …, as in Apex, Jackson and .NET). Undefined for every other object.
 */
export function builtText(thing: Thing): string | undefined {
  if (/String(?:Builder|Buffer|Writer|IO)\(\)$/.test(thing.path)) {
    const begin = thing.args.filter((it) => typeof it === 'string');
    const added = thing.methodCalls.filter(({ name }) => /^(?:append|write)/i.test(name));
    return [...begin, ...added.flatMap(({ args }) => args)].map(textOf).join('');
  }
  const writes = thing.methodCalls.some(({ name }) => /^write_?start_?object$/i.test(name));
  return writes ? JSON.stringify(written(thing)) : undefined;
}

/**
 * The fields of a form that a builder gets one by one: `new FormBody.Builder().add("flowId", id).build()` of OkHttp,
 * `MultipartEntityBuilder` of Apache. Undefined for every other object.
 */
export function builtForm(thing: Thing): [string, Value][] | undefined {
  const fields: [string, Value][] = [];
  let it: Thing | undefined = thing;
  for (let steps = 0; it !== undefined && steps < 200; steps += 1) {
    for (const { name, args } of it.methodCalls.toReversed()) {
      const [key, value] = args;
      if (/^add/.test(name) && key !== undefined && value !== undefined)
        fields.unshift([textOf(key), value]);
    }
    if (/(?:FormBody|Multipart)\w*(?:\.\w+)?\(\)$/.test(it.path)) return fields;
    it = it.from;
  }
  return undefined;
}

/** The value that the calls of a writer of JSON write. */
function written(thing: Thing): unknown {
  const root: unknown[] = [];
  const open: (unknown[] | Map<string, unknown>)[] = [root];
  let field: string | undefined;
  const put = (value: unknown) => {
    const into = open.at(-1);
    if (into instanceof Map) into.set(field ?? '', value);
    else into?.push(value);
    field = undefined;
  };
  const begin = (inner: unknown[] | Map<string, unknown>) => {
    put(inner);
    open.push(inner);
  };
  for (const { name, args } of thing.methodCalls) {
    const [first, second] = args;
    const what = name.toLowerCase().replaceAll('_', '');
    if (!what.startsWith('write')) continue;
    const isStart = /start/.test(what);
    if (
      first !== undefined &&
      (second !== undefined || isStart || /(?:name|nullfield)$|^writenull$/.test(what))
    ) {
      field = textOf(first);
    }
    if (isStart) begin(/array/.test(what) ? [] : new Map());
    else if (/end(?:object|array)$/.test(what)) open.length = Math.max(1, open.length - 1);
    else if (/null/.test(what)) put(null);
    else if (/(?:fieldname|propertyname)$/.test(what)) continue;
    else put(plainOf((second ?? first ?? null) as Value));
  }
  return plain(root[0]);
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return value instanceof Map
    ? Object.fromEntries([...value].map(([key, it]) => [key, plain(it)]))
    : value;
}
