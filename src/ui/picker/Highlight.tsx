import type { TextRange } from '../../core/flow/search.ts';
import { Breakable } from '../kit/Name.tsx';

/** A text with some of its ranges marked. */
export function Highlight({ text, ranges }: { text: string; ranges: readonly TextRange[] }) {
  const parts = ranges.map(([start, end], index) => ({
    start,
    plain: text.slice(ranges[index - 1]?.[1] ?? 0, start),
    marked: text.slice(start, end),
  }));
  return (
    <bdi>
      {parts.map(({ start, plain, marked }) => (
        <span key={start}>
          <Breakable text={plain} />
          <mark>
            <Breakable text={marked} />
          </mark>
        </span>
      ))}
      <Breakable text={text.slice(ranges.at(-1)?.[1] ?? 0)} />
    </bdi>
  );
}
