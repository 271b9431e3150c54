import { useState } from 'react';
import { environmentName } from '../../core/base/environment.ts';
import { unusedName } from '../../core/settings/connection-form.ts';
import { isManaged, isOffered } from '../../core/settings/managed.ts';
import { managedCount, ownPart } from '../../core/settings/managed-list.ts';
import { type Connection, connectionInUse } from '../../core/settings/settings.ts';
import { useText } from '../../ui/kit/text.ts';
import { Cards } from '../fields/Cards.tsx';
import { moved, openAfterRemoval, replaced } from '../fields/lists.ts';
import { Section } from '../fields/Section.tsx';
import type { SettingsEditor } from '../use-settings.ts';
import { ConnectionCheck } from './ConnectionCheck.tsx';
import { ConnectionEditor } from './ConnectionEditor.tsx';
import { SignInControls } from './SignInControls.tsx';

/** The section with the connections and the choice of the one in use. */
export function ConnectionsSection(editor: SettingsEditor) {
  const { effective, revision } = editor;
  const text = useText();
  const list = useConnectionList(editor);
  const { connections, inUse, open } = list;
  const locked = isManaged(effective, 'connections');

  return (
    <Section id="connections" locked={locked}>
      <Cards
        label={text('options_section_connections')}
        cards={connections.map((each) => ({
          title: each.name,
          detail: environmentName(each.environment),
          marks: [
            ...(each === inUse ? [text('connection_in_use')] : []),
            ...(each.confirmLaunch ? [text('connection_production')] : []),
          ],
        }))}
        locked={locked}
        fixed={managedCount(effective, 'connections')}
        open={open}
        onOpen={list.setOpen}
        addLabel={text('connection_add')}
        emptyText={text('connection_none')}
        onMove={list.move}
        onCopy={list.copy}
        onRemove={list.remove}
        after={(place) => {
          const connection = connections[place];
          return (
            connection && (
              <>
                <SignInControls connection={connection} />
                <ConnectionCheck connection={connection} />
              </>
            )
          );
        }}
        action={(place) =>
          connections[place] === inUse || isManaged(effective, 'connection')
            ? undefined
            : { label: text('connection_use'), onPress: () => list.use(connections[place]?.name) }
        }
      >
        {(place) => (
          <ConnectionEditor
            key={`${revision} ${place}`}
            connection={connections[place]}
            taken={list.others(place).map(({ name }) => name)}
            allowsCustom={isOffered(effective, 'customEnvironments')}
            onSave={(connection, changed) => list.change(place, connection, changed)}
          />
        )}
      </Cards>
    </Section>
  );
}

/** The connections, which of them is open, and what the person can do with them; each change is saved at once. */
function useConnectionList({ own, effective, save }: SettingsEditor) {
  const { connections } = effective;
  const inUse = connectionInUse(effective);
  const [open, setOpen] = useState<number | undefined>(connections.length > 1 ? undefined : 0);
  const others = (place: number) => connections.filter((_, index) => index !== place);
  const put = (list: Connection[], step: string, connection = own.connection) =>
    save(
      {
        ...own,
        connections: ownPart(list, own.connections, effective, 'connections'),
        ...(connection !== undefined && { connection }),
      },
      step,
    );
  return {
    ...{ connections, inUse, open, setOpen, others },
    use: (name = '') => save({ ...own, connection: name }, 'use'),
    move: (from: number, to: number) => {
      setOpen(undefined);
      put(moved(connections, from, to), 'connections order');
    },
    copy: (place: number) => {
      const copied = connections[place];
      if (copied === undefined) return;
      const name = unusedName(
        copied.name,
        connections.map((each) => each.name),
      );
      put([...connections, { ...copied, name }], `copy ${name}`);
      setOpen(connections.length);
    },
    remove: (place: number) => {
      setOpen(openAfterRemoval(open, place));
      put(others(place), `remove ${connections[place]?.name}`);
    },
    /** The connection in use stays the one in use under another name. */
    change: (place: number, connection: Connection, changed: string) => {
      const before = connections[place];
      const wasInUse = before === undefined || before === inUse;
      put(
        replaced(connections, place, connection),
        `connections ${place} ${changed}`,
        wasInUse ? connection.name : undefined,
      );
    },
  };
}
