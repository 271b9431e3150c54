import { done, failed, type Outcome } from '../base/failure.ts';
import { isTooDeep, parseJson } from '../base/json.ts';
import { deepestNesting, type OpenMember, readValue } from './literal-reader.ts';
import type { Repair } from './literal-tokens.ts';
import { withoutDirectives } from './template.ts';

export interface Literal {
  readonly value: unknown;
  /** Empty for sound JSON. */
  readonly repairs: readonly Repair[];
  /** Where a template puts members that the text does not show. */
  readonly openMembers?: readonly OpenMember[];
}

/**
 * Reads JSON, and what people take for JSON: typographic or single quotes, missing and trailing
 * commas, comments, names without quotes, words of JavaScript and Python, templates, a text that
 * breaks off. Nothing is evaluated. A word that stands for an unknown value, such as a variable,
 * becomes `{{word}}`; places left open in a template stay as they are.
 *
 * Fails with `request.too-deep` or `request.malformed-json`.
 */
export function readLiteral(text: string): Outcome<Literal> {
  const strict = parseJson(text);
  const plain = withoutDirectives(text);
  const loose = readLoosely(plain);
  if (loose === 'too-deep' || isTooDeep(strict?.value)) {
    return failed('request.too-deep', { most: deepestNesting });
  }
  if (strict !== undefined) {
    const twice = loose?.repairs.includes('duplicate-key') ?? false;
    return done({ value: strict.value, repairs: twice ? ['duplicate-key'] : [] });
  }
  const straight = parseJson(text.replace(/[“”„‟″]/g, '"'));
  if (straight !== undefined) return done({ value: straight.value, repairs: ['quotes'] });
  if (loose === undefined) return failed('request.malformed-json');
  const isTemplate = plain !== text;
  return done(isTemplate ? { ...loose, repairs: [...loose.repairs, 'template'] } : loose);
}

function readLoosely(text: string): Literal | 'too-deep' | undefined {
  const read = readValue(text);
  if (read === undefined || read === 'too-deep') return read;
  const rest = text.slice(read.end).trim();
  const repairs = new Set(read.repairs);
  if (!/^;?$/.test(rest)) repairs.add('trailing-text');
  return { value: read.value, repairs: [...repairs], openMembers: read.openMembers };
}
