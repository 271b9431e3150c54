import { type Piece, requestPiece } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';

/** The annotation of a method that posts, with its path: of Spring, Micronaut and Feign. */
const annotated =
  /@(?:Post|PostMapping|PostExchange|RequestLine)\s*\(\s*(?:\w+\s*=\s*)?"(?:POST )?([^"\n]{1,300})"/;
/** The path of a whole interface, whose method only says that it posts: JAX-RS and MicroProfile. */
const ofInterface = /@Path\s*\(\s*"([^"\n]{1,300})"\s*\)[\s\S]{0,2000}@POST\b/;
const host =
  /@(?:FeignClient|HttpExchange|RegisterRestClient|Client)\s*\([^()]{0,300}"(https?:\/\/[^"\s]{1,200})"/;

/**
 * The request that an interface of Java declares and a library sends. What is missing may lie elsewhere. Empty where the
 * text declares none.
 */
export function requestOfInterface(text: string): Piece[] {
  const found = annotated.exec(text) ?? ofInterface.exec(text);
  const [, path] = found ?? [];
  if (found === null || path === undefined || !/flow/i.test(path)) return [];
  const [, base = ''] = host.exec(text) ?? [];
  const url = `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
  const request = seenRequest({ form: 'Java', method: 'POST', url, headersShown: 'no' });
  return [requestPiece(request, found.index)];
}
