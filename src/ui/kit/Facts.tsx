import './facts.css';
import { CopyButton } from './CopyButton.tsx';
import { useText } from './text.ts';

/** A name and a value, both in words. */
export interface FactView {
  readonly label: string;
  readonly value: string;
  /** True for a value as a program wrote it: monospaced, with its line breaks and a button to copy it. */
  readonly code?: boolean | undefined;
  /** The name of its copy button; without one, `Copy <label>`. */
  readonly copyLabel?: string | undefined;
}

/** Names beside their values; long values stand below their names. */
export function Facts({ facts }: { facts: readonly FactView[] }) {
  const text = useText();
  if (facts.length === 0) return null;
  return (
    <dl className="facts">
      {facts.map(({ label, value, code, copyLabel }) => (
        <div key={label} className={code && isLong(value) ? 'fact fact-long' : 'fact'}>
          <dt>{label}</dt>
          <dd>
            {code && isLong(value) ? (
              <pre className="fact-code">{value}</pre>
            ) : code ? (
              <code>{value}</code>
            ) : (
              value
            )}
            {code && (
              <CopyButton label={copyLabel ?? text('output_copy', { name: label })} value={value} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isLong(value: string): boolean {
  return value.length > 44 || value.includes('\n');
}
