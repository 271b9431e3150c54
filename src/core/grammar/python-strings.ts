import { withoutEscapes } from '../request/quoted.ts';

const opening = /^([rbuft]*)("""|'''|"|')/i;

/** A string as Python writes it. */
export interface PythonString {
  /** Where its inside begins and ends in the text. */
  readonly start: number;
  readonly end: number;
  /** The inside, or a part of it, as the value that it stands for. */
  readonly read: (part: string) => string;
}

/** Takes a string literal apart: prefix, quotes of one or three characters, inside. */
export function pythonString(text: string, from: number, to: number): PythonString {
  const [whole = '', prefix = '', quotes = ''] = opening.exec(text.slice(from, from + 8)) ?? [];
  const start = from + whole.length;
  const isClosed = to - start >= quotes.length && text.slice(to - quotes.length, to) === quotes;
  const isRaw = /r/i.test(prefix);
  const isFormat = /[ft]/i.test(prefix);
  return {
    start,
    end: Math.max(start, isClosed ? to - quotes.length : to),
    read: (part) => {
      const plain = isFormat ? part.replaceAll('{{', '{').replaceAll('}}', '}') : part;
      return isRaw ? plain : withoutEscapes(plain);
    },
  };
}
