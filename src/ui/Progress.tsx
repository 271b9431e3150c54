import './feedback.css';

/** How far something is that has a known end. `label` says what, for people who do not see it. */
export function Progress({ label, value, of }: { label: string; value: number; of: number }) {
  return <progress className="progress" aria-label={label} value={value} max={Math.max(of, 1)} />;
}
