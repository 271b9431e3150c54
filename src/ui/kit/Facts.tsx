import '../result/result.css';
import { CopyButton } from './CopyButton.tsx';
import { useText } from './text.ts';

/** A name and a value, both in words. */
export interface FactView {
  readonly label: string;
  readonly value: string;
  /** As a program wrote it: in its own type, line breaks kept, with a button to copy it. */
  readonly code?: boolean | undefined;
  /** Name of its copy button, where `Copy <label>` will not do. */
  readonly copyLabel?: string | undefined;
}

/** Names beside values; long ones below their names. */
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
