import { connectionInUse, type Settings } from '../core/settings.ts';
import { ownSettings as storedSettings } from '../platform/stored.ts';
import { useText } from '../ui/text.ts';
import { ConnectionSection } from './ConnectionSection.tsx';
import { useStored } from './use-stored.ts';

export function Options() {
  const text = useText();
  const settings = useStored(storedSettings, 'settings');
  if (settings === undefined) return null;
  return (
    <main className="options">
      <h1>{text('options_title')}</h1>
      <ConnectionSection
        connection={connectionInUse(settings)}
        onSave={(connection) => save(withConnection(settings, connection))}
      />
    </main>
  );
}

function withConnection(settings: Settings, connection: Settings['connections'][number]): Settings {
  const place = settings.connections.indexOf(connectionInUse(settings) ?? connection);
  const connections = [...settings.connections];
  connections[place === -1 ? connections.length : place] = connection;
  return { ...settings, connections, connection: connection.name };
}

function save(settings: Settings): Promise<void> {
  return storedSettings.set(settings);
}
