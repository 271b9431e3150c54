import { settingsAside } from '../../platform/keys/settings.ts';
import { Button } from '../../ui/kit/Button.tsx';
import { download } from '../../ui/kit/download.ts';
import { Notice } from '../../ui/kit/Notice.tsx';
import { useText } from '../../ui/kit/text.ts';
import { useStored } from '../use-stored.ts';

/** Says that Kickoff could not read stored settings, and saves them as a file as they are. */
export function SettingsAside() {
  const text = useText();
  const aside = useStored(settingsAside, 'aside');
  if (aside === undefined) return null;
  return (
    <Notice
      tone="warn"
      title={text('settings_aside_title')}
      actions={
        <>
          <Button
            onClick={() =>
              download('kickoff-settings-damaged.json', JSON.stringify(aside, null, 2))
            }
          >
            {text('settings_aside_export')}
          </Button>
          <Button variant="quiet" onClick={() => void settingsAside.remove()}>
            {text('settings_aside_forget')}
          </Button>
        </>
      }
    >
      {text('settings_aside_text')}
    </Notice>
  );
}
