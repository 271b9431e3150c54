import { Fragment } from 'react';
import { partsOf } from './name-parts.ts';

/**
 * A name that other people gave: in a direction of its own, so that an Arabic one keeps its marks where
 * they belong, and with lines that end between its parts, as in `scheduled` and `For`.
 */
export function Name(props: BreakableProps) {
  return (
    <bdi>
      <Breakable {...props} />
    </bdi>
  );
}

interface BreakableProps {
  text: string;
  /** Where it stands there is hardly room for a word: else only names that are longer than any word break. */
  narrow?: boolean;
}

/** The same without a direction of its own, as for a part of a name. */
export function Breakable({ text, narrow = false }: BreakableProps) {
  return (narrow || /\S{21}/.test(text) ? partsOf(text) : [text]).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name never move
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
