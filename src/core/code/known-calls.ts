import { calledName } from './combined.ts';
import { parsedText } from './json-value.ts';
import { asksCamelCase, encodeForm, encodeJson, filledIn, inCamelCase, tableOf } from './make.ts';
import { isEmpty } from './scope.ts';
import { Table, Thing, textOf, type Value } from './value.ts';

export interface KnownCall {
  readonly path: string;
  readonly self: Value | undefined;
  readonly args: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  readonly isNew: boolean;
}

/**
 * The result of a library function that returns its arguments in another shape: JSON, texts, dictionaries, lists,
 * addresses. Knows the languages' standard libraries and the most usual packages; undefined for every other call.
 */
export function resultOfKnown(call: KnownCall): Value | undefined {
  const { path, args } = call;
  const name = calledName(path);
  const [first] = args;
  if (toJson.has(path) || toJson.has(name) || /json_?encode$/i.test(name)) {
    const given = first ?? call.named.get('inputobject');
    if (given === undefined) return undefined;
    const isNamed =
      /^Json(?:Serializer|Convert)\./.test(path) && args.slice(1).some((it) => asksCamelCase(it));
    return encodeJson(isNamed ? inCamelCase(given) : given);
  }
  const isJson = fromJson.has(path) || (fromJson.has(name) && call.isNew);
  if (isJson && typeof first === 'string') {
    return parsedText(first) ?? (call.isNew ? new Thing(path) : undefined);
  }
  if (toForm.has(path) || toForm.has(name)) return first && encodeForm(first);
  if (unchanged.has(path) || (unchanged.has(name) && call.self === undefined)) return first;
  if (trees.has(name) && first !== undefined) return first;
  if (tables.has(name)) return madeTable(name, call);
  if (lists.has(path) || (lists.has(name) && (call.isNew || call.self === undefined))) {
    return first !== undefined && args.length === 1 && Array.isArray(first)
      ? [...first]
      : [...args];
  }
  if (pairs.has(path)) return tableOf(path.split('.')[0] ?? '', paired(args));
  if (formats.has(path)) return filledIn(args);
  if (environments.has(path)) return fromEnvironment(args);
  if (joins.has(path)) return joinedPath(args);
  return special(call);
}

function special({ path, args, isNew }: KnownCall): Value | undefined {
  const [first] = args;
  switch (path) {
    case 'require':
    case 'import':
      return typeof first === 'string' ? new Thing(first) : undefined;
    case 'Map.entry':
    case 'KeyValuePair':
    case 'JProperty':
    case 'AbstractMap.SimpleEntry':
      return [...args];
    case 'Map.ofEntries':
    case 'Object.fromEntries':
      // A table stays what it is; the text does not show the entries of another value.
      if (args.length === 1 && !Array.isArray(first))
        return first instanceof Table ? first : undefined;
      return tableOf(
        '',
        Array.isArray(first) && !Array.isArray(first[0]) ? [first] : flatEntries(args),
      );
    case 'Object.assign':
    case 'array_merge':
      return merged(args);
    case 'URL':
    case 'url.URL':
      return isNew && args.length > 1 ? joinedPath([args[1] ?? '', first ?? '']) : first;
    case 'make':
      return first instanceof Table || Array.isArray(first) ? first : undefined;
    default:
      return undefined;
  }
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const toJson =
  words(`JSON.stringify json.dumps simplejson.dumps ujson.dumps JsonConvert.SerializeObject
  JsonSerializer.Serialize JsonSerializer.SerializeToUtf8Bytes json_encode JSON.serialize
  JSON.serializePretty ConvertTo-Json toJson writeValueAsString writeValueAsBytes json.Marshal
  json.MarshalIndent jsonencode Json::encode JSON.toJSONString orjson.dumps`);

const fromJson =
  words(`JSON.parse JsonConvert.DeserializeObject ObjectMapper().readValue json.loads json_decode JSON.deserializeUntyped ConvertFrom-Json
  JObject.Parse JToken.Parse JsonNode.Parse JsonDocument.Parse JSONObject jsondecode
  JsonParser.parseString`);

const toForm = words(`http_build_query urllib.parse.urlencode urlencode qs.stringify
  querystring.stringify`);

/** Calls that return their first argument, or something that stands for it. */
const unchanged = words(`String str bytes bytearray Object Object.freeze Buffer.from bytes.NewBuffer
  bytes.NewBufferString bytes.NewReader strings.NewReader io.NopCloser URI.create URI Uri HttpUrl.parse
  HttpUrl.get Uri.parse url.Parse platformclientv2.String platformclientv2.Bool platformclientv2.Int
  aws.String copy.deepcopy copy.copy structuredClone Promise.resolve Task.FromResult encodeURI
  Optional.of Optional.ofNullable toRef ref await Number parseInt int float bool Boolean
  Encoding.UTF8.GetBytes Encoding.ASCII.GetBytes utf8_encode string tostring object
  Blob.valueOf []byte trimspace strings.TrimSpace stream_context_create
  StreamWriter OutputStreamWriter BufferedWriter DataOutputStream PrintWriter BufferedOutputStream`);

/** Calls that return an object as a tree of JSON or as a dictionary. */
const trees = words(`valueToTree convertValue toJsonTree FromObject asdict SerializeToNode
  SerializeToElement`);

const tables = words(`Headers HttpHeaders Hashtable HashMap LinkedHashMap TreeMap ConcurrentHashMap
  Dictionary SortedDictionary JSONObject JObject JsonObject ObjectNode createObjectNode FormData
  URLSearchParams Map dict OrderedDict NameValueCollection ExpandoObject WebHeaderCollection stdClass
  ArrayObject Properties LinkedMultiValueMap HeaderMap http.Header url.Values`);

const lists =
  words(`ArrayList LinkedList JSONArray JArray JsonArray List list tuple set createArrayNode
  Arrays.asList List.of Set.of Stream.of Collections.singletonList ImmutableList.of Array array`);

const pairs = words('Map.of ImmutableMap.of Collections.singletonMap');

const formats = words('String.format string.Format fmt.Sprintf sprintf format vsprintf');

const environments = words(`os.getenv os.environ.get System.getenv getenv env os.Getenv
  Environment.GetEnvironmentVariable config System.getProperty`);

const joins = words('urllib.parse.urljoin urljoin path.join url.resolve url.JoinPath');

function madeTable(name: string, { args, named }: KnownCall): Value {
  const [first] = args;
  if (typeof first === 'string') return parsedText(first) ?? new Table(name);
  const isPairs =
    args.length > 0 && args.every((it) => Array.isArray(it) && typeof it[0] === 'string');
  const entries = isPairs ? args : Array.isArray(first) ? flatEntries(first) : [];
  const table = tableOf(name, entries);
  if (first instanceof Table) table.add(first.entries).hasMore ||= first.hasMore;
  if (first instanceof Thing) table.hasMore = true;
  return table.add(named);
}

function paired(args: readonly Value[]): [string, Value][] {
  return args.flatMap((key, place): [string, Value][] =>
    place % 2 === 0 && args[place + 1] !== undefined
      ? [[textOf(key), args[place + 1] ?? null]]
      : [],
  );
}

function flatEntries(items: readonly Value[]): readonly Value[] {
  return items.flatMap((it) => (Array.isArray(it) && Array.isArray(it[0]) ? it : [it]));
}

function merged(args: readonly Value[]): Value {
  const table = new Table();
  for (const it of args) {
    if (it instanceof Table) table.add(it.entries).hasMore ||= it.hasMore;
    else table.hasMore = true;
  }
  return table;
}

/** A variable of the environment: its preset if the code gives one, else a place left open with its name. */
function fromEnvironment([name, preset]: readonly Value[]): Value {
  if (preset !== undefined && !isEmpty(preset)) return preset;
  return new Thing(name === undefined ? 'environment' : textOf(name));
}

function joinedPath(parts: readonly Value[]): Value {
  const [first = '', ...rest] = parts.map(textOf);
  return rest.reduce(
    (base, part) =>
      /^\w+:\/\//.test(part) ? part : `${base.replace(/\/$/, '')}/${part.replace(/^\//, '')}`,
    first,
  );
}
