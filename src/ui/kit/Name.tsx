import { Fragment } from 'react';
import { partsOf } from './name-parts.ts';

/**
 * A name that other people gave, such as a flow's. It has its own direction of writing, so that an Arabic name keeps its
 * marks in place, and its lines break between its parts, as between `scheduled` and `For`.
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
  /** True where there is hardly room for a word; else only names longer than any word break. */
  narrow?: boolean;
}

/** The same without its own direction of writing: for a part of a name. */
export function Breakable({ text, narrow = false }: BreakableProps) {
  return (narrow || /\S{21}/.test(text) ? partsOf(text) : [text]).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name never move
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
