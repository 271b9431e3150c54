import { Fragment } from 'react';
import { labelOf, partsOf } from './output.ts';

/** The name of a value; a line may end between its parts, as in `scheduled` and `For`. */
export function OutputName({ name }: { name: string }) {
  return partsOf(labelOf(name)).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name never move
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
