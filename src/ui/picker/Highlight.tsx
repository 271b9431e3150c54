import type { TextRange } from '../../core/flow/search.ts';

/** Text with some ranges of it marked. */
export function Highlight({ text, ranges }: { text: string; ranges: readonly TextRange[] }) {
  const parts = ranges.map(([start, end], index) => ({
    start,
    plain: text.slice(ranges[index - 1]?.[1] ?? 0, start),
    marked: text.slice(start, end),
  }));
  return (
    <>
      {parts.map(({ start, plain, marked }) => (
        <span key={start}>
          {plain}
          <mark>{marked}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  );
}
