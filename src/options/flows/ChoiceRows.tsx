import './mapping.css';
import { type RefObject, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { explain } from '../../core/base/explain.ts';
import { chosenFlow } from '../../core/flow/list.ts';
import { type ChoiceRow, problemOfChoice, tableIdIn } from '../../core/flow/settings-form.ts';
import { flowInputs } from '../../core/form/input-schema.ts';
import { type Connection, connectionKey } from '../../core/settings/settings.ts';
import { flowDetailsOf } from '../../platform/keys/connection.ts';
import { tableListOf } from '../../platform/keys/customer.ts';
import { ask } from '../../platform/messages.ts';
import { Button } from '../../ui/kit/Button.tsx';
import { Field } from '../../ui/kit/Field.tsx';
import { useText } from '../../ui/kit/text.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useStored } from '../use-stored.ts';
import { TableColumns } from './TableColumns.tsx';

interface ChoiceRowsProps {
  rows: readonly ChoiceRow[];
  flowId: string;
  connection: Connection;
  /** Whether rows show their problems. */
  isChecked: boolean;
  onChange: (rows: ChoiceRow[]) => void;
  onLeave: () => void;
}

const empty: ChoiceRow = { input: '', table: '', label: '', value: '' };

/** The inputs of a flow whose values people choose from the rows of a data table, and these tables. */
export function ChoiceRows(props: ChoiceRowsProps) {
  const { rows, flowId, connection, isChecked, onChange, onLeave } = props;
  const text = useText();
  const listId = useId();
  const root = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const { list, inputs } = useTablesAndInputs(connection, flowId);
  useFocusOnNewRow(root, rows.length);
  return (
    <div ref={root} className="stack">
      {rows.map((row, place) => (
        <ChoiceRowFields
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          key={place}
          {...{ row, place, connection, list }}
          inputsId={listId}
          problem={isChecked ? problemOfChoice(row, rows) : undefined}
          onChange={(part) =>
            onChange(rows.map((each, at) => (at === place ? { ...each, ...part } : each)))
          }
          onRemove={() => {
            onChange(rows.toSpliced(place, 1));
            add.current?.focus();
          }}
          onLeave={onLeave}
        />
      ))}
      <datalist id={listId}>
        {inputs.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="row">
        <Button ref={add} variant="quiet" icon="plus" onClick={() => onChange([...rows, empty])}>
          {text('list_add')}
        </Button>
      </div>
    </div>
  );
}

/** The org's data tables and the inputs of a flow, asked for anew and then as Kickoff stores them. */
function useTablesAndInputs(connection: Connection, flowId: string) {
  const key = connectionKey(connection);
  const { name } = connection;
  const list = useStored(tableListOf(key), `tables ${key}`);
  const details = useStored(flowDetailsOf(key), `details ${key}`);
  useEffect(() => {
    void ask('listTables', { connection: name });
    void ask('readFlow', { connection: name, flowId });
  }, [name, flowId]);
  const schema = details && chosenFlow(connection, details, flowId)?.inputSchema;
  return { list, inputs: flowInputs(schema, []).inputs };
}

/** Puts the focus into a row that was added. */
function useFocusOnNewRow(root: RefObject<HTMLElement | null>, count: number): void {
  const had = useRef(count);
  useLayoutEffect(() => {
    const isMore = count > had.current;
    had.current = count;
    if (isMore) root.current?.querySelector<HTMLElement>('fieldset:last-of-type input')?.focus();
  }, [root, count]);
}

interface ChoiceRowFieldsProps {
  row: ChoiceRow;
  place: number;
  connection: Connection;
  list: ReturnType<typeof useTablesAndInputs>['list'];
  /** The ID of the `datalist` with the names of the flow's inputs. */
  inputsId: string;
  problem: ReturnType<typeof problemOfChoice>;
  onChange: (part: Partial<ChoiceRow>) => void;
  onRemove: () => void;
  onLeave: () => void;
}

/** An input, and the table and the columns for its values. */
function ChoiceRowFields({ row, place, connection, list, ...props }: ChoiceRowFieldsProps) {
  const { inputsId, problem, onChange, onRemove, onLeave } = props;
  const text = useText();
  const tableId = tableIdIn(row.table);
  const errorIf = (code: typeof problem) =>
    problem !== undefined && problem === code ? text(`flow_problem_${problem}`) : undefined;
  return (
    <fieldset className="subcard choice-row">
      <legend className="for-ears">
        {text('choices_table')} {place + 1}
      </legend>
      <Field label={text('choices_input')} error={errorIf('inputs_twice') ?? errorIf('too_long')}>
        {(ties) => (
          <input
            {...ties}
            className="control control-code"
            placeholder="Flow.customerNumber"
            spellCheck={false}
            autoComplete="off"
            list={inputsId}
            value={row.input}
            onChange={({ target }) => onChange({ input: target.value })}
            // The person still has to choose the table beside it.
            onBlur={() => row.table !== '' && onLeave()}
          />
        )}
      </Field>
      <TableField
        value={row.table}
        tables={list?.tables ?? []}
        why={list?.failure && explain(list.failure, text)}
        error={errorIf('choices_table')}
        // The columns belonged to the table that was chosen before.
        onChange={(table) => onChange({ table, label: '', value: '' })}
        onLeave={onLeave}
      />
      {tableId !== undefined && <TableColumns {...{ tableId, connection, row, onChange }} />}
      <div className="row">
        <Button variant="quiet" icon="cross" onClick={onRemove}>
          {text('card_remove', { name: `${text('choices_table')} ${place + 1}` })}
        </Button>
      </div>
    </fieldset>
  );
}

interface TableFieldProps {
  value: string;
  tables: readonly { id: string; name: string }[];
  /** Why there is no list of tables. */
  why: { cause: string; remedy: string } | undefined;
  error: string | undefined;
  onChange: (table: string) => void;
  onLeave: () => void;
}

/** The choice of one of the org's data tables, or a field for its ID where Kickoff cannot list them. */
function TableField({ value, tables, why, error, onChange, onLeave }: TableFieldProps) {
  const text = useText();
  if (tables.length === 0) {
    return (
      <TextField
        label={text('choices_table')}
        hint={why && `${why.cause} ${why.remedy}`}
        value={value}
        error={error}
        code
        onChange={onChange}
        onLeave={onLeave}
      />
    );
  }
  const isListed = value === '' || tables.some(({ id }) => id === value);
  return (
    <SelectField
      label={text('choices_table')}
      value={value}
      error={error}
      choices={[
        ['', '–'],
        // The table belongs to another org, or this person may not see it.
        ...(isListed ? [] : [[value, value] as const]),
        ...tables.map(({ id, name }) => [id, name] as const),
      ]}
      onChange={onChange}
      onLeave={onLeave}
    />
  );
}
