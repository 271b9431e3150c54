import { useEffect, useState } from 'react';
import type { BrowserKey } from '../../core/view/actions.ts';
import { IconButton } from '../kit/Button.tsx';
import { later } from '../kit/later.ts';
import { useText } from '../kit/text.ts';

const useKeysDialog = later(async () => (await import('./KeysDialog.tsx')).KeysDialog);

/**
 * The button for the list of all keys, and the key for it. Both count before the list is loaded: it
 * opens as soon as it is there. The key is none that types a character, which people who dictate or
 * whose hands shake would press by mistake (WCAG 2.1.4).
 */
export function Keys({ browserKeys }: { browserKeys: () => Promise<readonly BrowserKey[]> }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const KeysDialog = useKeysDialog(isOpen);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey } = event;
      if (key !== '/' || !(ctrlKey || metaKey) || altKey) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <>
      <IconButton icon="keyboard" label={text('keys_open')} onClick={() => setOpen(true)} />
      {isOpen && KeysDialog && (
        <KeysDialog browserKeys={browserKeys} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
