import { type SeenRequest, seenRequest } from './seen.ts';
import { bashWords, withoutCarets } from './shell-words.ts';

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
const otherOptions = new Set([
  '-A',
  '--user-agent',
  '-e',
  '--referer',
  '-o',
  '--output',
  '-w',
  '--write-out',
  '-x',
  '--proxy',
  '-m',
  '--max-time',
  '--connect-timeout',
  '--retry',
  '--cacert',
  '-E',
  '--cert',
  '--key',
  '-c',
  '--cookie-jar',
  '-D',
  '--dump-header',
]);

const shortOptions = /^-[XHdubAeowxmFEcD]./;

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
 * the command carries it along as a here-document.
 */
export function requestFromCurl(command: string): SeenRequest {
  const forCmd = /\^["{}]|\^\r?\n/.test(command);
  const document = /<<-?\s*['"]?(\w+)['"]?[^\n]*\n([\s\S]*?)\n[ \t]*\1\b/.exec(command);
  const [, ...words] = bashWords(forCmd ? withoutCarets(command) : command);
  const curl = read(words);
  const data = curl.data.map((part) => (part.startsWith('@') ? document?.[2] : part));
  const bodyText = data.every((part) => part !== undefined) ? data.join('&') : undefined;
  const hasBody = curl.data.length > 0 && !curl.get;
  return seenRequest({
    method: curl.method ?? (hasBody || curl.form ? 'POST' : curl.head ? 'HEAD' : 'GET'),
    url: curl.url,
    headers: curl.headers,
    bodyText: hasBody ? bodyText : undefined,
  });
}

function read(words: readonly string[]): Curl {
  const curl: Curl = { headers: [], data: [], json: false, form: false, get: false, head: false };
  const queue = words.flatMap(splitOption);
  for (let at = 0; at < queue.length; at += 1) {
    const word = queue[at] ?? '';
    const takes = takesValue(word);
    apply(curl, word, takes ? (queue[at + 1] ?? '') : '');
    if (takes) at += 1;
  }
  if (curl.json) addMissing(curl.headers, 'Content-Type', 'application/json');
  if (curl.form) addMissing(curl.headers, 'Content-Type', 'multipart/form-data');
  return curl;
}

/** `-XPOST` and `--request=POST` are two words each. */
function splitOption(word: string): string[] {
  const [, name = '', value = ''] = /^(--[a-z-]+)=([\s\S]*)$/.exec(word) ?? [];
  if (name !== '') return [name, value];
  return shortOptions.test(word) ? [word.slice(0, 2), word.slice(2)] : [word];
}

function takesValue(word: string): boolean {
  const told = ['-X', '--request', '-H', '--header', '-u', '--user', '--oauth2-bearer', '--url'];
  const more = ['-b', '--cookie', '-F', '--form'];
  return [...told, ...more].includes(word) || dataOptions.has(word) || otherOptions.has(word);
}

function apply(curl: Curl, option: string, value: string): void {
  if (dataOptions.has(option)) {
    curl.data.push(value);
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
      curl.form = true;
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
      if (!option.startsWith('-') && option !== '') curl.url ??= option;
  }
}

function header(line: string): [string, string] {
  const colon = line.indexOf(':');
  return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).trim()];
}

function addMissing(headers: [string, string][], name: string, value: string): void {
  if (headers.some(([had]) => had.toLowerCase() === name.toLowerCase())) return;
  headers.push([name, value]);
}
