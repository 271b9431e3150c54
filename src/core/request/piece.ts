import type { SeenRequest } from './seen.ts';

/** An answer as it was shown. */
export interface SeenAnswer {
  /** `undefined` where it was not shown, and nothing in the body says it. */
  readonly status: number | undefined;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Where no answer came, and the text says why. */
  readonly without?: WithoutAnswer;
}

/** Why a program got no answer, in its own words, and the host that it names. */
export interface WithoutAnswer {
  readonly why:
    | 'call-not-allowed'
    | 'blocked-by-browser'
    | 'certificate-refused'
    | 'host-not-found'
    | 'timeout'
    | 'connection-failed';
  readonly host: string | undefined;
  /** Where the platform lets an address be allowed, as it calls it. */
  readonly setting?: string | undefined;
}

/** One thing that was found in a text: a request, an answer, or the record of an execution. */
export type Piece = Found & {
  /** Where in the text it stands; pieces of one export have the same place. */
  readonly at: number;
  /** Whether the text breaks off within it: then nothing of it is certain. */
  readonly isCut?: boolean;
};

/** What was found in a part of a text, and which parts those are: the rest is read by others. */
export interface PiecesWithPlaces {
  pieces: Piece[];
  /** Beginnings and ends. */
  spans: (readonly [number, number])[];
}

type Found =
  | {
      readonly kind: 'request';
      readonly request: SeenRequest;
      readonly answer?: SeenAnswer | undefined;
    }
  | { readonly kind: 'answer'; readonly answer: SeenAnswer }
  | { readonly kind: 'execution'; readonly execution: Readonly<Record<string, unknown>> };

/** The pieces of a text that breaks off. */
export function cutPieces(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) =>
    piece.kind === 'request'
      ? { ...piece, isCut: true, request: { ...piece.request, isCut: true } }
      : { ...piece, isCut: true },
  );
}

/** A request as a piece. */
export function requestPiece(request: SeenRequest, at = 0, answer?: SeenAnswer): Piece {
  return { kind: 'request', request, at, ...(answer === undefined ? {} : { answer }) };
}
