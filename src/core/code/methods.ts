import { builtText } from './built-text.ts';
import { encodeForm, encodeJson, filledIn } from './make.ts';
import { isOpen } from './scope.ts';
import { fieldsOf, setField, Table, Thing, textOf, type Value } from './value.ts';

type Named = ReadonlyMap<string, Value>;

/**
 * Calls a method of a text, a list, a table or a thing: changes the object and returns the result. Knows the methods of
 * the languages' own types; undefined for every other method.
 */
export function resultOfMethod(
  self: Value,
  name: string,
  args: readonly Value[],
  named: Named,
): Value | undefined {
  if (typeof self === 'string') return ofText(self, name, args, named);
  if (Array.isArray(self)) return ofList(self, name, args);
  if (self instanceof Table) return ofTable(self, name, args, named);
  if (self instanceof Thing) return ofThing(self, name, args);
  return /^to_?string$/i.test(name) ? textOf(self) : undefined;
}

/** Methods that return the same value in another shape. */
const sameThing =
  /^(?:to_?string|value_?of|trim\w*|r?l?strip|decode|encode|to_?url|get_?bytes|as_?string|unwrap|clone|copy|href|awaiter|configureawait|to_?uri|safe_?string|raw)$/i;

function ofText(
  text: string,
  name: string,
  args: readonly Value[],
  named: Named,
): Value | undefined {
  const [first, second] = args;
  const plain = (it: Value | undefined) => (it === undefined ? '' : textOf(it));
  switch (name) {
    case 'toRequestBody':
      return text;
    case 'format':
    case 'formatted':
    case '%':
      return filledIn([text, ...args], named);
    case 'concat':
      return text + args.map(textOf).join('');
    case 'join':
      return Array.isArray(first) ? first.map(textOf).join(text) : undefined;
    case 'replace':
    case 'Replace':
    case 'replaceAll':
      return typeof first === 'string' && first !== ''
        ? text.split(first).join(plain(second))
        : text;
    case 'rstrip':
    case 'trimEnd':
    case 'TrimEnd':
      return first === undefined ? text.trimEnd() : withoutEnd(text, plain(first));
    case 'toUpperCase':
    case 'upper':
    case 'ToUpper':
      return text.toUpperCase();
    case 'toLowerCase':
    case 'lower':
    case 'ToLower':
      return text.toLowerCase();
    default:
      return sameThing.test(name) ? text : undefined;
  }
}

function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1] ?? ' ')) end -= 1;
  return text.slice(0, end);
}

function ofList(list: Value[], name: string, args: readonly Value[]): Value | undefined {
  if (/^(?:push|append|add|put)$/i.test(name)) {
    list.push(...args);
    return list;
  }
  if (name === 'join') return list.map(textOf).join(args[0] === undefined ? ',' : textOf(args[0]));
  if (/^(?:extend|concat|addall|addrange)$/i.test(name)) {
    list.push(...args.flatMap((it) => (Array.isArray(it) ? it : [])));
    return list;
  }
  return sameThing.test(name) ? list : undefined;
}

const setters =
  /^(?:set|put|add|append|setdefault|tryadd|tryaddwithoutvalidation|addproperty|accumulate|putifabsent|setproperty|setheader|addheader|header)$/i;

function ofTable(
  table: Table,
  name: string,
  args: readonly Value[],
  named: Named,
): Value | undefined {
  const [first, second] = args;
  if (setters.test(name) && first !== undefined && second !== undefined) {
    table.entries.set(textOf(first), second);
    return table;
  }
  if (/^(?:update|putall|setall|addall|merge|append|add)$/i.test(name)) {
    if (first instanceof Table) table.add(first.entries).hasMore ||= first.hasMore;
    if (first instanceof Thing) table.hasMore = true;
    table.add(named);
    return table;
  }
  if (/^(?:get|getvalue|getordefault|pop)$/i.test(name) && first !== undefined) {
    return table.entries.get(textOf(first)) ?? second ?? new Thing(textOf(first));
  }
  if (/^(?:remove|delete|unset)$/i.test(name) && first !== undefined) {
    table.entries.delete(textOf(first));
    return table;
  }
  if (/^put(?:object|array)$/i.test(name) && first !== undefined) {
    const inner: Value = /array/i.test(name) ? [] : new Table('ObjectNode');
    table.entries.set(textOf(first), inner);
    return inner;
  }
  if (/^setBearerAuth$/i.test(name) && first !== undefined) {
    table.entries.set('Authorization', `Bearer ${textOf(first)}`);
    return table;
  }
  if (/^setContentType$/i.test(name) && first !== undefined) {
    table.entries.set('Content-Type', first);
    return table;
  }
  if (/^to_?(?:json)?_?string$|^tojson(?:string)?$|^encode$/i.test(name)) {
    return /URLSearchParams|Values/.test(table.tag) ? encodeForm(table) : encodeJson(table);
  }
  const field = /^(?:[Ss]et|[Ww]ith)_?[A-Z]/.test(name) ? setField(name) : undefined;
  if (field !== undefined && first !== undefined && args.length === 1) {
    table.entries.set(field, first);
    return table;
  }
  return sameThing.test(name) || /^(?:items|entries|entryset)$/i.test(name) ? table : undefined;
}

/** Methods that return an object of a class as a dictionary, or as JSON. */
const asTable =
  /^(?:(?:to|as)_?(?:dict|map|object|json)|dict|json|model_dump(?:_json)?|to_?json_?string)$/i;

function ofThing(thing: Thing, name: string, args: readonly Value[]): Value | undefined {
  if (/^String(?:Builder|Buffer)\(\)$/.test(thing.path) && /^append/i.test(name)) {
    thing.methodCalls.push({ name, args, named: new Map() });
    return thing;
  }
  if (/^(?:to_?string|get_?as_?string|get_?value|string|bytes)$/i.test(name)) {
    const built = builtText(thing);
    if (built !== undefined) return built;
  }
  // `json.NewEncoder(&buffer).Encode(x)` of Go writes into its buffer.
  const [into] = thing.args;
  if (/NewEncoder\(\)$/.test(thing.path) && name === 'Encode' && into instanceof Thing) {
    into.methodCalls.push({ name: 'append', args: args.map(encodeJson), named: new Map() });
    return null;
  }
  if (thing.isClass && asTable.test(name)) {
    const table = new Table('', fieldsOf(thing));
    return /json/i.test(name) ? encodeJson(table) : table;
  }
  return sameThing.test(name) && isOpen(thing) ? thing : undefined;
}
