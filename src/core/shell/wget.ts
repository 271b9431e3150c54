import { type SeenRequest, seenRequest } from '../request/seen.ts';
import { header } from './curl.ts';
import type { Command } from './words.ts';

/** Reads wget: https://www.gnu.org/software/wget/manual/wget.html#HTTP-Options */
export function requestFromWget({
  words: [, ...words],
  isOpen,
  isBare,
}: Command): SeenRequest | undefined {
  const options = words.flatMap((word) => {
    const [, name, value] = /^(--[a-z-]+)=([\s\S]*)$/.exec(word) ?? [];
    return name === undefined ? [word] : [name, value ?? ''];
  });
  const optionOf = (...names: string[]) => {
    const at = options.findIndex((word) => names.includes(word));
    return at < 0 ? undefined : options[at + 1];
  };
  const headers = options.flatMap((word, at) =>
    word === '--header' ? [header(options[at + 1] ?? '')] : [],
  );
  const body = optionOf('--post-data', '--body-data');
  const file = optionOf('--post-file', '--body-file');
  const url = options.find(
    (word, at) => isAddress(word) && !takesValue.test(options[at - 1] ?? ''),
  );
  if (url === undefined) return undefined;
  return seenRequest({
    form: 'wget',
    isMethodSaid: optionOf('--method') !== undefined || (body ?? file) !== undefined,
    method: optionOf('--method') ?? ((body ?? file) ? 'POST' : 'GET'),
    url,
    headers,
    bodyText: body,
    bodyBehind: file,
    isWhole: 'likely',
    headersShown: 'unsure',
    isCut: isOpen || isBare,
  });
}

const takesValue =
  /^(?:--(?:header|post-data|body-data|post-file|body-file|method|output-document|user-agent|user|password)|-[OUo])$/;

function isAddress(word: string): boolean {
  return !word.startsWith('-') && /^https?:|^[\w.-]+\.[a-z]{2,}\/|^[$<{]/i.test(word);
}
