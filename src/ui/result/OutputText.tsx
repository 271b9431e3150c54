import { useState } from 'react';
import { Button } from '../kit/Button.tsx';
import { formatCount, formatIso } from '../kit/format.ts';
import { useText } from '../kit/text.ts';
import { safeLink } from './output.ts';

const longest = 600;

/**
 * One plain value. A date shows in the reader's format, with the raw value in its title. A web address becomes a link
 * whose page gets no reference to this one.
 */
export function OutputText({ value, code = false }: { value: string; code?: boolean }) {
  const text = useText();
  const [isWhole, setWhole] = useState(false);
  const date = formatIso(value);
  if (date !== undefined) {
    return (
      <time dateTime={value} title={value}>
        {date}
      </time>
    );
  }
  const link = safeLink(value);
  if (link !== undefined) {
    return (
      <a href={link} target="_blank" rel="noopener noreferrer">
        {value}
      </a>
    );
  }
  const shown = isWhole ? value : value.slice(0, longest);
  return (
    <>
      {code ? (
        <code className="output-code">{shown}</code>
      ) : (
        <span className="output-text">{shown}</span>
      )}
      {shown.length < value.length && (
        <>
          …{' '}
          <Button variant="quiet" onClick={() => setWhole(true)}>
            {text('output_whole', { count: formatCount(value.length) })}
          </Button>
        </>
      )}
    </>
  );
}
