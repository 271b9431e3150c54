import type { Piece } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';

/** An address of a launch in a sentence: "The endpoint is https://…/flows/executions", or its path alone. */
const address =
  /(?<!\b(?:GET|DELETE) )(?:https?:\/\/[^\s"'`<>()[\]]{1,200}|(?<![\w/}.])\/api\/v\d(?:\/[\w-]{1,40})?)\/flows?\/[^\s"'`<>()[\]]{1,200}/g;

/**
 * The pieces of a text, with the address that its sentences name for the one body that has none.
 * Where they name several, which is meant is not known.
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
