import './output.css';
import { CopyButton } from '../kit/CopyButton.tsx';
import { useText } from '../kit/text.ts';
import { OutputValue } from './OutputValue.tsx';

/**
 * The output of an execution: names beside values, lists and objects as tables of their own, and a button for every
 * value that copies it as it came.
 */
export function OutputTable({ output }: { output: Readonly<Record<string, unknown>> }) {
  const text = useText();
  const names = Object.keys(output);
  if (names.length === 0) return <p className="soft">{text('output_none')}</p>;
  return (
    <section className="output" aria-label={text('output_title')}>
      <header className="output-head">
        <h3>{text('output_title')}</h3>
        <CopyButton
          label={text('output_copy_all')}
          value={() => JSON.stringify(output, undefined, 2)}
        />
      </header>
      <OutputValue value={output} depth={0} />
    </section>
  );
}
