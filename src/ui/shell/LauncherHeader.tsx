import { isManaged, isOffered } from '../../core/settings/managed.ts';
import { connectionInUse } from '../../core/settings/settings.ts';
import type { LauncherActions } from '../../core/view/actions.ts';
import type { LauncherState } from '../../core/view/launcher.ts';
import { IconButton } from '../kit/Button.tsx';
import { useText } from '../kit/text.ts';
import { Keys } from './Keys.tsx';

interface LauncherHeaderProps {
  state: LauncherState;
  actions: LauncherActions;
}

/** Who launches in which org, and the buttons to the side panel, the history, the keys and the options. */
export function LauncherHeader({ state, actions }: LauncherHeaderProps) {
  const text = useText();
  const connection = connectionInUse(state.settings);
  const { user, organization } = state.session ?? {};
  const { settings } = state;
  const choices = isManaged(settings, 'connection') ? [] : settings.connections;
  const place = choices.length > 1 ? undefined : connection?.name;
  const who = [user?.name, organization?.name, place].filter(Boolean).join(' · ');
  return (
    <header className="launcher-head">
      <h1>{text('launcher_title')}</h1>
      <LauncherTools
        signedIn={state.session !== undefined}
        hasHistory={isOffered(settings, 'history')}
        actions={actions}
      />
      <div className="launcher-where">
        <p className="soft small launcher-place" title={who}>
          {who}
        </p>
        {choices.length > 1 && (
          <select
            className="control control-select launcher-connection"
            aria-label={text('launcher_connection')}
            value={connection?.name}
            onChange={({ target }) => actions.chooseConnection(target.value)}
          >
            {choices.map(({ name, confirmLaunch }) => (
              <option key={name} value={name}>
                {confirmLaunch ? text('launcher_production', { connection: name }) : name}
              </option>
            ))}
          </select>
        )}
      </div>
    </header>
  );
}

interface LauncherToolsProps {
  signedIn: boolean;
  hasHistory: boolean;
  actions: LauncherActions;
}

function LauncherTools({ signedIn, hasHistory, actions }: LauncherToolsProps) {
  const text = useText();
  return (
    <div className="launcher-tools">
      {actions.openSidePanel && (
        <IconButton icon="panel" label={text('menu_side_panel')} onClick={actions.openSidePanel} />
      )}
      {hasHistory && (
        <IconButton icon="clock" label={text('history_open')} onClick={actions.openHistory} />
      )}
      <Keys browserKeys={actions.browserKeys} />
      <IconButton icon="settings" label={text('open_options')} onClick={actions.openOptions} />
      {signedIn && <IconButton icon="leave" label={text('sign_out')} onClick={actions.signOut} />}
    </div>
  );
}
