import { type SeenRequest, seenRequest } from '../request/seen.ts';
import type { Command } from './words.ts';

const dataOptions = new Set([
  '-d',
  '--data',
  '--data-raw',
  '--data-ascii',
  '--data-binary',
  '--data-urlencode',
  '--json',
]);

/** Options that take a value and say nothing about the request. https://curl.se/docs/manpage.html */
const otherOptions = new Set(
  `-A --user-agent -e --referer -o --output -w --write-out -x --proxy -m --max-time --connect-timeout
  --retry --cacert -E --cert --key -c --cookie-jar -D --dump-header --retry-delay --resolve
  --max-redirs --ciphers -K --config --trace --trace-ascii --stderr -T --upload-file`.split(/\s+/),
);

const valueOptions = new Set(
  '-X --request -H --header -u --user --oauth2-bearer --url -b --cookie -F --form --form-string'.split(
    ' ',
  ),
);

const shortOptions = /^-[XHdubAeowxmFEcDKT]./;

interface Curl {
  method?: string;
  url?: string;
  headers: [string, string][];
  data: string[];
  json: boolean;
  form: boolean;
  get: boolean;
  head: boolean;
}

/**
 * Reads a curl command as bash or cmd.exe would. `@file` stands for a body that is not shown, unless
 * the command is given it on its standard input.
 */
export function requestFromCurl({
  words: [, ...words],
  input,
  inputFile,
  isOpen,
  isBare,
}: Command): SeenRequest | undefined {
  const curl = read(words);
  if (curl.url === undefined) return undefined;
  const piped = input ?? (inputFile === undefined ? undefined : `@${inputFile}`);
  const data = curl.data.map((part) => (part === '@-' || part === '-' ? (piped ?? part) : part));
  const file = data.find((part) => /^@./.test(part));
  const hasBody = curl.data.length > 0 && !curl.get;
  const text = data.join('&');
  const isHidden = curl.headers.some(([name]) => name.startsWith('@'));
  // '{\"flowId\": …}' is how Windows PowerShell hands quotes to a program.
  const isEscaped = /^\s*\{\s*\\"/.test(text);
  return seenRequest({
    form: 'curl',
    method: curl.method ?? (hasBody ? 'POST' : curl.head ? 'HEAD' : 'GET'),
    isMethodSaid: curl.method !== undefined || hasBody,
    url: curl.get && text !== '' ? `${curl.url}?${text}` : curl.url,
    headers: curl.headers,
    bodyText:
      hasBody && file === undefined ? (isEscaped ? text.replaceAll('\\"', '"') : text) : undefined,
    bodyBehind: hasBody && file !== undefined ? file.replace(/^@-?/, '') || '-' : undefined,
    isWhole: 'likely',
    headersShown: isHidden ? 'no' : 'unsure',
    isCut: isOpen || isBare,
  });
}

function read(words: readonly string[]): Curl {
  const curl: Curl = { headers: [], data: [], json: false, form: false, get: false, head: false };
  const queue = words.flatMap(splitOption);
  for (let at = 0; at < queue.length; at += 1) {
    const word = queue[at] ?? '';
    const takes = valueOptions.has(word) || dataOptions.has(word) || otherOptions.has(word);
    apply(curl, word, takes ? (queue[at + 1] ?? '') : '');
    if (takes) at += 1;
  }
  if (curl.json) addMissing(curl.headers, 'Content-Type', 'application/json');
  if (curl.form) addMissing(curl.headers, 'Content-Type', 'multipart/form-data');
  return curl;
}

/** `-XPOST`, `--request=POST` and `-sSXPOST` are two words each. */
function splitOption(word: string): string[] {
  const [, name = '', value = ''] = /^(--[a-z-]+)=([\s\S]*)$/.exec(word) ?? [];
  if (name !== '') return [name, value];
  const [, flags = '', last = ''] = /^-([sSkLviNfgG#]+)([XHdubF][\s\S]*)$/.exec(word) ?? [];
  if (last !== '') return [`-${flags}`, ...splitOption(`-${last}`)];
  return shortOptions.test(word) ? [word.slice(0, 2), word.slice(2)] : [word];
}

function apply(curl: Curl, option: string, value: string): void {
  if (dataOptions.has(option)) {
    // JSON without a name is encoded as a whole.
    const isEncoded = option === '--data-urlencode' && value.startsWith('{');
    curl.data.push(isEncoded ? encodeURIComponent(value) : value);
    if (option === '--json') curl.json = true;
    return;
  }
  switch (option) {
    case '-X':
    case '--request':
      curl.method = value;
      break;
    case '-H':
    case '--header':
      curl.headers.push(header(value));
      break;
    case '-u':
    case '--user':
      curl.headers.push(['Authorization', `Basic ${value}`]);
      break;
    case '--oauth2-bearer':
      curl.headers.push(['Authorization', `Bearer ${value}`]);
      break;
    case '-b':
    case '--cookie':
      curl.headers.push(['Cookie', value]);
      break;
    case '-F':
    case '--form':
    case '--form-string':
      curl.form = true;
      curl.data.push(value.replace(/(?<==[^=]*);type=\S{1,200}$/, ''));
      break;
    case '-G':
    case '--get':
      curl.get = true;
      break;
    case '-I':
    case '--head':
      curl.head = true;
      break;
    case '--url':
      curl.url = value;
      break;
    default:
      if (!option.startsWith('-') && /[./:{$]/.test(option)) curl.url ??= option;
  }
}

export function header(line: string): [string, string] {
  const colon = line.indexOf(':');
  return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).trim()];
}

function addMissing(headers: [string, string][], name: string, value: string): void {
  if (headers.some(([had]) => had.toLowerCase() === name.toLowerCase())) return;
  headers.push([name, value]);
}
