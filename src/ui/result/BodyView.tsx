import { useMemo } from 'react';
import { Disclosure } from '../kit/Disclosure.tsx';
import { Facts } from '../kit/Facts.tsx';
import { useText } from '../kit/text.ts';
import { OutputValue } from './OutputValue.tsx';

interface BodyViewProps {
  label: string;
  body: string;
  /** Whether the record holds only its beginning. */
  cut?: boolean;
}

/** The body of a request or an answer: as a tree where it is JSON, and as it came. */
export function BodyView({ label, body, cut = false }: BodyViewProps) {
  const text = useText();
  const tree = useMemo(() => treeIn(body), [body]);
  const raw = <Facts facts={[{ label, value: body, code: true }]} />;
  return (
    <section className="body-view" aria-label={label}>
      {tree === undefined ? (
        raw
      ) : (
        <>
          <h3>{label}</h3>
          <OutputValue value={tree} depth={0} />
          <Disclosure label={text('detail_raw')}>{raw}</Disclosure>
        </>
      )}
      {cut && <p className="soft">{text('detail_cut')}</p>}
    </section>
  );
}

function treeIn(body: string): object | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
