import { useEffect } from 'react';
import { explain } from '../../core/base/explain.ts';
import type { ChoiceRow } from '../../core/flow/settings-form.ts';
import { choicesOf } from '../../core/lookup/choices.ts';
import type { DataTable } from '../../core/lookup/table.ts';
import { type Connection, connectionKey } from '../../core/settings/settings.ts';
import { tableOf } from '../../platform/keys/customer.ts';
import { ask } from '../../platform/messages.ts';
import { formatCount } from '../../ui/kit/format.ts';
import { Notice } from '../../ui/kit/Notice.tsx';
import { Spinner } from '../../ui/kit/Spinner.tsx';
import { useText } from '../../ui/kit/text.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useStored } from '../use-stored.ts';

interface TableColumnsProps {
  tableId: string;
  connection: Connection;
  row: ChoiceRow;
  onChange: (part: Partial<ChoiceRow>) => void;
}

/** As many rows as show well enough what the choices look like. */
const shown = 5;

/** The columns of a data table that people read and that Kickoff sends, and the first rows as agents will see them. */
export function TableColumns({ tableId, connection, row, onChange }: TableColumnsProps) {
  const text = useText();
  const key = connectionKey(connection);
  const table = useStored(tableOf(key, tableId), `table ${key} ${tableId}`);
  const { name } = connection;
  useEffect(() => {
    void ask('readTable', { connection: name, tableId });
  }, [name, tableId]);
  const columns = table?.failure === undefined ? columnsOf(table) : [];
  return (
    <>
      <ColumnField
        label={text('choices_label')}
        value={row.label}
        columns={columns}
        onChange={(label) => onChange({ label })}
      />
      <ColumnField
        label={text('choices_value')}
        value={row.value}
        columns={columns}
        onChange={(value) => onChange({ value })}
      />
      <Preview table={table} row={row} />
    </>
  );
}

interface ColumnFieldProps {
  label: string;
  value: string;
  columns: readonly string[];
  onChange: (column: string) => void;
}

/** The choice of a table's column, or a text field where Kickoff does not know the columns. */
function ColumnField({ label, value, columns, onChange }: ColumnFieldProps) {
  const text = useText();
  if (columns.length === 0) {
    return <TextField label={label} placeholder={text('choices_key')} {...{ value, onChange }} />;
  }
  const isKnown = value === '' || columns.includes(value);
  return (
    <SelectField
      label={label}
      value={value}
      error={isKnown ? undefined : text('choices_no_column', { column: value })}
      choices={[
        ['', text('choices_key')],
        ...(isKnown ? [] : [[value, value] as const]),
        ...columns.map((column) => [column, column] as const),
      ]}
      onChange={onChange}
    />
  );
}

/** The first choices, or why there are none. They appear without any key, so screen readers announce them. */
function Preview({ table, row }: { table: DataTable | undefined; row: ChoiceRow }) {
  const text = useText();
  if (table === undefined) return <Spinner />;
  if (table.failure) {
    const { cause, remedy } = explain(table.failure, text);
    return (
      <Notice tone="warn" title={cause} live>
        {remedy}
      </Notice>
    );
  }
  const source = { label: row.label || undefined, value: row.value || undefined };
  const choices = choicesOf(table.rows, source);
  const count = `${formatCount(choices.length)}${table.complete ? '' : '+'}`;
  return (
    <div role="status" className="small">
      <p className="soft">{text('choices_preview', { count })}</p>
      <ul className="choice-preview">
        {choices.slice(0, shown).map(({ value, label }) => (
          <li key={value}>
            <bdi>{label}</bdi>
            {label !== value && (
              <>
                {' · '}
                <code>{value}</code>
              </>
            )}
          </li>
        ))}
      </ul>
      {!table.complete && (
        <p className="soft">{text('choices_cut', { count: formatCount(table.rows.length) })}</p>
      )}
    </div>
  );
}

/** The columns that rows have besides the key, in the order of their first use. */
function columnsOf(table: DataTable | undefined): readonly string[] {
  return [...new Set(table?.rows.flatMap(({ fields }) => fields.map(([name]) => name)))];
}
