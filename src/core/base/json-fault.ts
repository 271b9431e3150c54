import { type ParseError, parseTree, printParseErrorCode, visit } from 'jsonc-parser';
import { parseJson, placeTooDeep } from './json.ts';

/** A place in a text, as editors count: both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** What people get wrong in JSON; the words are under `json_fault_<reason>`. */
export type JsonFaultReason =
  | 'trailing_comma'
  | 'comma_missing'
  | 'colon_missing'
  | 'comment'
  | 'quotes'
  | 'name_unquoted'
  | 'text_unended'
  | 'escape'
  | 'control_character'
  | 'number'
  | 'unended'
  | 'left_over'
  | 'empty'
  | 'too_deep'
  | 'unexpected';

export interface JsonFault extends Place {
  reason: JsonFaultReason;
  /** What stands there. */
  found: string;
}

/** Where an offset lies in a text. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where a text stops being JSON that `readJson` takes, and by which mistake; undefined for one it takes. */
export function jsonFault(text: string): JsonFault | undefined {
  const tooDeep = placeTooDeep(text);
  if (tooDeep !== undefined) return { ...placeOf(text, tooDeep), reason: 'too_deep', found: '' };
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowEmptyContent: false });
  const error = errors.toSorted((a, b) => a.offset - b.offset)[0];
  if (error === undefined) return faultUnseen(text);
  if (text.trim() === '') return { line: 1, column: 1, reason: 'empty', found: '' };
  const comma = commaBefore(text, error.offset);
  if (comma !== undefined && /^[}\]]/.test(text.slice(error.offset))) {
    return { ...placeOf(text, comma), reason: 'trailing_comma', found: ',' };
  }
  // What is missing is missing behind what came before, which may be a line further up.
  const isGap = codeOf(error) === 'CommaExpected' || isAtEnd(text, error.offset);
  const at = isGap ? text.slice(0, error.offset).trimEnd().length : error.offset;
  const found = /^\S{0,20}/.exec(text.slice(error.offset))?.[0] ?? '';
  return { ...placeOf(text, at), reason: reasonOf(error, text), found };
}

const reasons: Readonly<Record<string, JsonFaultReason>> = {
  InvalidCommentToken: 'comment',
  UnexpectedEndOfComment: 'comment',
  CommaExpected: 'comma_missing',
  ColonExpected: 'colon_missing',
  UnexpectedEndOfString: 'text_unended',
  InvalidEscapeCharacter: 'escape',
  InvalidUnicode: 'escape',
  InvalidCharacter: 'control_character',
  InvalidNumberFormat: 'number',
  UnexpectedEndOfNumber: 'number',
  EndOfFileExpected: 'left_over',
  PropertyNameExpected: 'name_unquoted',
};

function reasonOf(error: ParseError, text: string): JsonFaultReason {
  const code = codeOf(error);
  const rest = text.slice(error.offset);
  if (rest.trim() === '' && code !== 'UnexpectedEndOfString') return 'unended';
  if (/^["'‘’“”„«»`]/.test(rest) && code === 'InvalidSymbol') return 'quotes';
  const isName = /^[A-Za-z_$]/.test(rest) && /[{,]\s*$/.test(text.slice(0, error.offset));
  return reasons[code] ?? (isName ? 'name_unquoted' : 'unexpected');
}

const codeOf = ({ error }: ParseError) => printParseErrorCode(error);

function commaBefore(text: string, offset: number): number | undefined {
  const before = text.slice(0, offset).trimEnd();
  return before.endsWith(',') ? before.length - 1 : undefined;
}

function isAtEnd(text: string, offset: number): boolean {
  return text.slice(offset).trim() === '';
}

/** Whatever the browser refuses and the parser takes; so far nothing is known of the kind. */
function faultUnseen(text: string): JsonFault | undefined {
  if (parseJson(text) !== undefined) return undefined;
  return { line: 1, column: 1, reason: 'unexpected', found: text.slice(0, 20) };
}

/** A name that stands twice in one object, of which only the last counts. */
export interface TwiceNamed extends Place {
  name: string;
}

/** Names that stand twice in one object of a JSON text. */
export function twiceNamed(text: string): TwiceNamed[] {
  const found: TwiceNamed[] = [];
  const owners: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void owners.push(new Set()),
    onObjectEnd: () => void owners.pop(),
    onObjectProperty: (name, offset) => {
      const names = owners.at(-1);
      if (names?.has(name)) found.push({ name, ...placeOf(text, offset) });
      names?.add(name);
    },
  });
  return found;
}
