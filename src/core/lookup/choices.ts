import { folded } from '../base/fold.ts';
import type { TableRow } from './table.ts';

/** Where the choices of an input come from: the rows of a data table. */
export interface ChoiceSource {
  /** The column whose text people read; the key without one. */
  label?: string | undefined;
  /** The column that is sent; the key without one. */
  value?: string | undefined;
}

/** What a row is as a choice. */
export interface RowChoice {
  value: string;
  label: string;
}

/** Finds choices by what is typed, at most so many, and says how many there are. */
export type ChoiceSearch = (
  query: string,
  limit: number,
) => { choices: readonly RowChoice[]; total: number };

/** The rows as choices. A row without a value in the column that is sent is none. */
export function choicesOf(rows: readonly TableRow[], { label, value }: ChoiceSource): RowChoice[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const sent = value === undefined ? row.key : fieldOf(row, value);
    if (!sent || seen.has(sent)) return [];
    seen.add(sent);
    return [{ value: sent, label: (label && fieldOf(row, label)) || sent }];
  });
}

/**
 * Searches choices: those that have every word in their label or their value. Those that begin with
 * what was typed come first. Made once for a list.
 */
export function choiceSearch(choices: readonly RowChoice[]): ChoiceSearch {
  const all = choices.map((choice) => ({
    choice,
    text: folded(`${choice.label}\n${choice.value}`),
  }));
  return (query, limit) => {
    const wanted = folded(query).trim();
    const words = wanted.split(/\s+/).filter(Boolean);
    const found = all.filter(({ text }) => words.every((word) => text.includes(word)));
    const starts = ({ text }: { text: string }) =>
      text.startsWith(wanted) || text.includes(`\n${wanted}`);
    const first = found.filter(starts);
    const rest = found.filter((one) => !starts(one));
    return {
      choices: [...first, ...rest].slice(0, limit).map(({ choice }) => choice),
      total: found.length,
    };
  };
}

function fieldOf({ fields }: TableRow, name: string): string | undefined {
  return fields.find(([each]) => each === name)?.[1];
}
