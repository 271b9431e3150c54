import type { DeskActions, DeskFacts } from '../core/desk.ts';
import { connectionInUse } from '../core/settings.ts';
import { IconButton } from './Button.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { useText } from './text.ts';

interface LauncherHeaderProps {
  facts: DeskFacts;
  actions: DeskActions;
}

/** Who launches where, and the ways to the rest of the product. */
export function LauncherHeader({ facts, actions }: LauncherHeaderProps) {
  const text = useText();
  const connection = connectionInUse(facts.settings);
  const { user, organization } = facts.session ?? {};
  const who = [user?.name, organization?.name, connection?.name].filter(Boolean).join(' · ');
  return (
    <header className="launcher-head">
      <div className="launcher-who">
        <h1>{text('launcher_title')}</h1>
        {who && (
          <p className="soft small launcher-place" title={who}>
            {who}
          </p>
        )}
      </div>
      <div className="launcher-tools">
        {actions.openSidePanel && (
          <IconButton
            icon="panel"
            label={text('menu_side_panel')}
            onClick={actions.openSidePanel}
          />
        )}
        <KeysDialog browserKeys={actions.browserKeys} />
        <IconButton icon="settings" label={text('open_options')} onClick={actions.openOptions} />
        {facts.session && (
          <IconButton icon="leave" label={text('sign_out')} onClick={actions.signOut} />
        )}
      </div>
    </header>
  );
}
