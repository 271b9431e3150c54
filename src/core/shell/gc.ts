import { type SeenRequest, seenRequest } from '../request/seen.ts';
import type { Command } from './words.ts';

const launchPath = '/api/v2/flows/executions';

/**
 * Reads Genesys's own command line, which takes the body from a file or its standard input:
 * https://github.com/MyPureCloud/platform-client-sdk-cli
 */
export function requestFromGc({
  words,
  input,
  inputFile,
  isOpen,
}: Command): SeenRequest | undefined {
  const [, ...parts] = words;
  const start = parts.findIndex((word) => /^flows?$/.test(word));
  const path = parts.slice(start).filter((word) => !word.startsWith('-'));
  if (start < 0 || path[1] !== 'executions') return undefined;
  const at = parts.findIndex((word) => /^(?:-f|--file|-d|--data)$/.test(word));
  const given = parts.find((word) => /^--file=/.test(word))?.slice('--file='.length);
  const file = given ?? (at < 0 ? undefined : parts[at + 1]) ?? inputFile;
  if (path[2] === 'get') {
    return seenRequest({
      form: 'gc',
      method: 'GET',
      url: `${launchPath}/${path[3] ?? ''}`,
      credentialsAdded: true,
      isCut: path[3] === undefined,
    });
  }
  const isText = file !== undefined && /^\s*\{/.test(file);
  return seenRequest({
    form: 'gc',
    method: 'POST',
    url: launchPath,
    headers: [['Content-Type', 'application/json']],
    bodyText: input ?? (isText ? file : undefined),
    bodyBehind: input === undefined && !isText ? file : undefined,
    credentialsAdded: true,
    isWhole: 'likely',
    headersShown: 'unsure',
    isCut: isOpen,
  });
}
