import { type PiecesWithPlaces, requestPiece } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';
import { formText, type Pair, withType } from './parts.ts';

const block = /^([a-z]+(?::[\w-]+)?)[ \t]*\{[ \t]*\r?\n([\s\S]*?)^\}[ \t]*$/gm;
const verb = /^(?:get|post|put|patch|delete)$/;

/** The kinds of a body, and the type that Bruno adds for each. */
const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  text: 'text/plain',
  xml: 'application/xml',
  'form-urlencoded': 'application/x-www-form-urlencoded',
  'multipart-form': 'multipart/form-data',
};

/** Reads a request as Bruno keeps it in a file, in blocks: https://docs.usebruno.com/bru-lang/overview */
export function requestsOfBruno(text: string): PiecesWithPlaces {
  if (!/^(?:get|post|put|patch|delete) \{[ \t]*\r?\n[^{}]*?\burl:/m.test(text)) {
    return { pieces: [], spans: [] };
  }
  const found = [...text.matchAll(block)];
  const blocks = new Map(found.map(([, name = '', inner = '']) => [name, inner]));
  const method = [...blocks.keys()].find((name) => verb.test(name)) ?? '';
  const own = new Map(pairsIn(blocks.get(method) ?? ''));
  const kind = (own.get('body') ?? '').replace(/[A-Z]/g, (it) => `-${it.toLowerCase()}`);
  const named = kind === 'form-url-encoded' ? 'form-urlencoded' : kind;
  const inner = blocks.get(`body:${named}`) ?? (named === 'json' ? blocks.get('body') : undefined);
  const isForm = /form/.test(named);
  const type = inner === undefined ? undefined : types[named];
  const headers = pairsIn(blocks.get('headers') ?? '');
  const request = seenRequest({
    form: 'Bruno',
    method,
    url: own.get('url'),
    headers: [
      ...(type === undefined ? headers : withType(headers, type)),
      ...signIn(own.get('auth'), blocks),
    ],
    // What a folder or a collection says is not in the file of a request.
    headersShown: /^(?:none|bearer|basic|apikey)$/.test(own.get('auth') ?? '') ? 'yes' : 'no',
    bodyText: inner === undefined ? undefined : isForm ? formText(pairsIn(inner)) : inner.trim(),
    isWhole: named === 'none' ? 'yes' : 'no',
    // A block that nothing closes is none, so what is missing may stand behind the end of the text.
    isCut: inner === undefined && named !== 'none',
  });
  const start = found[0]?.index ?? 0;
  const last = found.at(-1);
  const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
  return { pieces: [requestPiece(request, start)], spans: [[start, end]] };
}

function signIn(auth: string | undefined, blocks: ReadonlyMap<string, string>): Pair[] {
  const given = new Map(pairsIn(blocks.get(`auth:${auth}`) ?? ''));
  if (auth === 'bearer') return [['Authorization', `Bearer ${given.get('token') ?? ''}`]];
  if (auth === 'basic') return [['Authorization', 'Basic {{credentials}}']];
  const name = given.get('key');
  return auth === 'apikey' && name !== undefined ? [[name, given.get('value') ?? '']] : [];
}

/** `name: value` in lines; a tilde switches one off. */
function pairsIn(inner: string): Pair[] {
  return inner.split(/\r?\n/).flatMap((line): Pair[] => {
    const [, name = '', value = ''] =
      /^\s*("[^"]+"|[^\s:~"][^\s:]*):[ \t]*(.*?)\s*$/.exec(line) ?? [];
    return name === '' ? [] : [[name.replaceAll('"', ''), value]];
  });
}
