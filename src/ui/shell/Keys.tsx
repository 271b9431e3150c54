import { useState } from 'react';
import type { BrowserKey } from '../../core/view/actions.ts';
import { IconButton } from '../kit/Button.tsx';
import { later } from '../kit/later.ts';
import { useText } from '../kit/text.ts';
import { useKeyDown } from '../kit/use-key-down.ts';

const useKeysDialog = later(async () => (await import('./KeysDialog.tsx')).KeysDialog);

/**
 * The button and the key (Ctrl+/ or Cmd+/) for the list of all keys. Both work before the list is loaded; it then opens
 * as soon as it is. A key that types a character would not do: people who dictate, or whose hands shake, press one by
 * mistake (https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts.html).
 */
export function Keys({ browserKeys }: { browserKeys: () => Promise<readonly BrowserKey[]> }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const KeysDialog = useKeysDialog(isOpen);

  useKeyDown((event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (key !== '/' || !(ctrlKey || metaKey) || altKey) return;
    event.preventDefault();
    setOpen(true);
  });

  return (
    <>
      <IconButton icon="keyboard" label={text('keys_open')} onClick={() => setOpen(true)} />
      {isOpen && KeysDialog && (
        <KeysDialog browserKeys={browserKeys} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
