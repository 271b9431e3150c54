import { useState } from 'react';
import { isOffered } from '../../core/settings/managed.ts';
import { isManagedEntry } from '../../core/settings/managed-list.ts';
import { type ConfiguredFlow, connectionInUse } from '../../core/settings/settings.ts';
import { useText } from '../../ui/kit/text.ts';
import { Cards } from '../fields/Cards.tsx';
import { moved, openAfterRemoval, replaced } from '../fields/lists.ts';
import { Section } from '../fields/Section.tsx';
import type { SettingsEditor } from '../use-settings.ts';
import { FlowEditor } from './FlowEditor.tsx';

/** The section with the flows in the settings of the connection in use. */
export function FlowsSection({ own, effective, save, revision }: SettingsEditor) {
  const text = useText();
  const [open, setOpen] = useState<number>();
  const connection = connectionInUse(effective);
  const flows = connection?.flows ?? [];
  const locked = isManagedEntry(effective, 'connections', connection?.name);
  const put = (list: ConfiguredFlow[], step: string) =>
    save(
      {
        ...own,
        connections: own.connections.map((each) =>
          each.name === connection?.name ? { ...each, flows: list } : each,
        ),
      },
      step,
    );
  return (
    <Section id="flows" locked={locked}>
      {connection === undefined ? (
        <p className="soft">{text('flows_without_connection')}</p>
      ) : (
        <Cards
          label={text('options_section_flows')}
          cards={flows.map((flow) => ({
            title: flow.name,
            detail: flow.id,
            marks: [
              ...(flow.pinned ? [text('flow_pinned')] : []),
              ...(flow.launchAtOnce ? [text('flow_at_once')] : []),
            ],
          }))}
          locked={locked}
          open={open}
          onOpen={setOpen}
          addLabel={text('flow_add')}
          emptyText={text('flow_none')}
          onMove={(from, to) => {
            setOpen(undefined);
            put(moved(flows, from, to), 'flows order');
          }}
          onRemove={(place) => {
            setOpen(openAfterRemoval(open, place));
            put(flows.toSpliced(place, 1), `remove flow ${flows[place]?.id}`);
          }}
        >
          {(place) => (
            <FlowEditor
              key={`${revision} ${connection.name} ${place}`}
              flow={flows[place]}
              others={flows.toSpliced(place, 1)}
              connection={connection}
              settings={effective}
              allowsExport={isOffered(effective, 'export')}
              onSave={(flow, changed) =>
                put(replaced(flows, place, flow), `flows ${place} ${changed}`)
              }
            />
          )}
        </Cards>
      )}
    </Section>
  );
}
