import type { Piece } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';

/** The address of a launch, or its path, in a sentence: "The endpoint is https://…/flows/executions". */
const address =
  /(?<!\b(?:GET|DELETE) )(?:https?:\/\/[^\s"'`<>()[\]]{1,200}|(?<![\w/}.])\/api\/v\d(?:\/[\w-]{1,40})?)\/flows?\/[^\s"'`<>()[\]]{1,200}/g;

/**
 * Gives the only request of a text the address that the text's sentences name, where it has none and they name exactly
 * one. Returns all other pieces as they are.
 */
export function withAddressInWords(pieces: readonly Piece[], text: string): Piece[] {
  const requests = pieces.filter((it) => it.kind === 'request');
  const [only] = requests;
  if (only?.kind !== 'request' || requests.length > 1 || only.request.url !== undefined)
    return [...pieces];
  const named = new Set(
    [...text.matchAll(address)]
      .map(([url]) => url.replace(/[.,;:!?]+$/, ''))
      .map((url) => (url.includes('{{') ? url : url.replace(/\}+$/, '')))
      .filter((url) => /exec|launch|start|run\b/i.test(url)),
  );
  const [url] = named;
  if (url === undefined || named.size > 1) return [...pieces];
  const request = { ...only.request, url: seenRequest({ url }).url };
  return pieces.map((it) => (it === only ? { ...only, request } : it));
}
