import './mapping.css';
import { useEffect } from 'react';
import { explain } from '../../core/base/explain.ts';
import { chosenFlow } from '../../core/flow/list.ts';
import { own } from '../../core/form/form.ts';
import { flowInputs } from '../../core/form/input-schema.ts';
import { extrasOf } from '../../core/session/extras.ts';
import { type Connection, connectionKey, type Settings } from '../../core/settings/settings.ts';
import {
  fieldsOfConversation,
  type MappingRow,
  mappingRows,
  partyInHand,
  type SourceValues,
} from '../../core/view/mapping-rows.ts';
import { flowDetailsOf } from '../../platform/keys/connection.ts';
import { conversationsOf } from '../../platform/keys/customer.ts';
import { ask } from '../../platform/messages.ts';
import { Button } from '../../ui/kit/Button.tsx';
import { useText } from '../../ui/kit/text.ts';
import { useStored } from '../use-stored.ts';
import { usePageValues } from './use-page-values.ts';

interface MappingValuesProps {
  flowId: string;
  /** Templates by the names of their inputs. */
  templates: Readonly<Record<string, string>>;
  connection: Connection;
  settings: Settings;
  /** With `undefined`, the input is filled by its name again. */
  onChoose: (input: string, template: string | undefined) => void;
}

const nothing = { fields: {} };

/**
 * Each input of a flow with the values that the page in front and the live conversation have for it. A click on a value
 * makes the template that gives it.
 */
export function MappingValues(props: MappingValuesProps) {
  const { flowId, templates, connection, settings, onChoose } = props;
  const text = useText();
  const key = connectionKey(connection);
  const page = usePageValues();
  const details = useStored(flowDetailsOf(key), `details ${key}`);
  const known = useStored(conversationsOf(key), `conversations ${key}`);
  const readsConversations = extrasOf(connection).includes('conversations');
  const { name } = connection;
  useEffect(() => {
    if (readsConversations) void ask('readConversations', { connection: name });
    void ask('readFlow', { connection: name, flowId });
  }, [readsConversations, name, flowId]);

  if (page === undefined || details === undefined) return null;
  const schema = chosenFlow(connection, details, flowId)?.inputSchema;
  const { inputs } = flowInputs(schema, Object.keys(templates));
  const party = known && partyInHand(known);
  const rows = mappingRows(inputs, page, party ? fieldsOfConversation(party, settings) : nothing);
  if (rows.length === 0) return <p className="soft">{text('mapping_no_inputs')}</p>;
  const whyNoPage = page.failure && explain(page.failure, text).cause;
  const whyNoConversation = !readsConversations
    ? text('mapping_conversations_off')
    : known?.failure
      ? explain(known.failure, text).cause
      : party === undefined && text('customer_none');
  return (
    <div>
      <p className="soft small">
        {whyNoPage ?? text('mapping_page_is', { page: page.title || '–' })}
        {whyNoConversation && ` ${whyNoConversation}`}
      </p>
      <ul className="mapping-rows">
        {rows.map((row) => (
          <Row
            key={row.input.name}
            row={row}
            template={own(templates, row.input.name)}
            onChoose={(template) => onChoose(row.input.name, template)}
          />
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  row: MappingRow;
  template: string | undefined;
  onChoose: (template: string | undefined) => void;
}

function Row({ row: { input, page, conversation }, ...chosen }: RowProps) {
  const text = useText();
  return (
    <li className="mapping-row">
      <code>{input.name}</code>
      <Source label={text('mapping_page')} input={input.name} values={page} {...chosen} />
      <Source
        label={text('mapping_conversation')}
        input={input.name}
        values={conversation}
        {...chosen}
      />
    </li>
  );
}

interface SourceProps extends Omit<RowProps, 'row'> {
  label: string;
  input: string;
  values: SourceValues;
}

/** The values of one source: the likeliest one as a button, all others in a list. */
function Source({ label, input, values: { likely, all }, template, onChoose }: SourceProps) {
  const text = useText();
  const isLikely = likely !== undefined && template === templateOf(likely.field);
  const chosen = all.find(({ field }) => templateOf(field) === template);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a screen reader would announce a fieldset at every stop
    <div className="mapping-source" role="group" aria-label={`${input}: ${label}`}>
      <span className="soft small">{label}</span>
      {all.length === 0 && <span className="soft">–</span>}
      {likely && (
        <Button
          aria-pressed={isLikely}
          onClick={() => onChoose(isLikely ? undefined : templateOf(likely.field))}
        >
          {likely.shown}
        </Button>
      )}
      {all.length > 0 && (
        <select
          className="control control-select"
          aria-label={text('mapping_all', { input, source: label })}
          value={chosen?.field ?? ''}
          onChange={({ target }) =>
            onChoose(target.value === '' ? undefined : templateOf(target.value))
          }
        >
          <option value="">{text('mapping_by_name')}</option>
          {all.map(({ field, shown }) => (
            <option key={field} value={field}>
              {field}: {shown.slice(0, 80)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

function templateOf(field: string): string {
  return `{{${field}}}`;
}
