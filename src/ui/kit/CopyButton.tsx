import { useEffect, useState } from 'react';
import { Button, IconButton } from './Button.tsx';
import { useText } from './text.ts';

interface CopyButtonProps {
  /** Its accessible name: `Copy execution ID`. */
  label: string;
  /** The text to copy, or a function that makes it. */
  value: string | (() => string | Promise<string>);
  /** True for a button with words; else it is an icon. */
  words?: boolean;
}

const shownFor = 2_000;

/** Copies text, and says whether that worked. */
export function CopyButton({ label, value, words = false }: CopyButtonProps) {
  const text = useText();
  const [outcome, setOutcome] = useState<'done' | 'failed'>();

  // A live region speaks only if it was there before its words. It comes with the focus, because one for each of many
  // buttons would be too many.
  const [isReady, setReady] = useState(false);

  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), shownFor);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = () => {
    write(value).then(
      () => setOutcome('done'),
      () => setOutcome('failed'),
    );
  };
  const icon = outcome === 'done' ? 'check' : outcome === 'failed' ? 'alert' : 'copy';
  const shared = { icon, onClick: copy, onFocus: () => setReady(true) } as const;
  return (
    <>
      {words ? <Button {...shared}>{label}</Button> : <IconButton {...shared} label={label} />}
      {isReady && (
        <span role="status" className="for-ears">
          {outcome === 'done' && text('copy_done')}
          {outcome === 'failed' && text('copy_failed')}
        </span>
      )}
    </>
  );
}

async function write(value: CopyButtonProps['value']): Promise<void> {
  await navigator.clipboard.writeText(typeof value === 'string' ? value : await value());
}
