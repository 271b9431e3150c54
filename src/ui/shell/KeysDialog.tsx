import './keys.css';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { BrowserKey } from '../../core/view/actions.ts';
import { IconButton } from '../kit/Button.tsx';
import { useText } from '../kit/text.ts';

interface KeysDialogProps {
  /** Asks for the keys of the browser's commands, as the person has set them. */
  browserKeys: () => Promise<readonly BrowserKey[]>;
  onClose: () => void;
}

/** The list of all keys. It is open as long as it is drawn, and gives the focus back when it closes. */
export function KeysDialog({ browserKeys, onClose }: KeysDialogProps) {
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [keys, setKeys] = useState<readonly BrowserKey[]>([]);

  useLayoutEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  useEffect(() => void browserKeys().then(setKeys), [browserKeys]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Chrome closes the whole popup on an Escape whose default the page does not prevent.
    event.preventDefault();
    dialog.current?.close();
  };

  return (
    <dialog
      ref={dialog}
      className="keys"
      aria-labelledby="keys-title"
      onKeyDown={onKeyDown}
      onClose={onClose}
    >
      <header className="keys-head">
        <h2 id="keys-title">{text('keys_title')}</h2>
        <IconButton
          icon="cross"
          label={text('keys_close')}
          onClick={() => dialog.current?.close()}
        />
      </header>
      <dl>
        <KeyRow keys={['Ctrl Enter', '⌘ Enter']} does={text('keys_launch')} />
        <KeyRow keys={['Alt R']} does={text('page_read_again')} />
        <KeyRow keys={['Alt S']} does={text('keys_customer')} />
        <KeyRow keys={['Alt ↓']} does={text('candidates_open')} />
        <KeyRow keys={['↑', '↓', 'Enter']} does={text('keys_choose')} />
        <KeyRow keys={['Esc']} does={text('keys_escape')} />
        <KeyRow keys={['Ctrl /', '⌘ /']} does={text('keys_open')} />
      </dl>
      <h3>{text('keys_browser')}</h3>
      <dl>
        {keys.map(({ description, keys }) => (
          <KeyRow
            key={description ?? ''}
            keys={keys === '' ? [] : [keys]}
            does={description ?? text('launcher_title')}
          />
        ))}
        <KeyRow keys={['flow']} does={text('keys_address_bar')} />
      </dl>
      <p className="soft small">{text('keys_hint')}</p>
    </dialog>
  );
}

function KeyRow({ keys, does }: { keys: readonly string[]; does: string }) {
  const text = useText();
  return (
    <div className="keys-row">
      <dt>{does}</dt>
      <dd>
        {keys.length === 0 && <span className="soft">{text('keys_none')}</span>}
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  );
}
