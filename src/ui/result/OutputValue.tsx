import { useId, useState } from 'react';
import { isObject } from '../../core/base/json.ts';
import { Button } from '../kit/Button.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { formatCount } from '../kit/format.ts';
import { Name } from '../kit/Name.tsx';
import { useText } from '../kit/text.ts';
import { OutputText } from './OutputText.tsx';
import { columnsOf, hasParts, labelOf, rawText, roomForNames } from './output.ts';

/** Values at this depth and deeper show as JSON. */
const deepest = 5;

interface OutputValueProps {
  value: unknown;
  depth: number;
}

/** Any value of an output, drawn by its type. */
export function OutputValue({ value, depth }: OutputValueProps) {
  const text = useText();
  if (value === null || value === undefined || value === '') {
    return <span className="output-empty">{text('output_empty')}</span>;
  }
  if (typeof value === 'boolean') {
    return <span title={String(value)}>{text(value ? 'control_yes' : 'control_no')}</span>;
  }
  if (typeof value !== 'object') return <OutputText value={String(value)} />;
  if (depth >= deepest) return <OutputText value={rawText(value)} code />;
  if (!Array.isArray(value)) return <OutputRecord record={{ ...value }} depth={depth} />;
  if (value.length === 0) return <span className="output-empty">{text('output_empty_list')}</span>;
  return value.every(isObject) ? (
    <OutputRows rows={value} depth={depth} />
  ) : (
    <OutputList items={value} depth={depth} />
  );
}

/** Names beside values. */
function OutputRecord({ record, depth }: { record: Record<string, unknown>; depth: number }) {
  const text = useText();
  const entries = Object.entries(record);
  const { shown, more } = useCap(entries);
  if (entries.length === 0) return <span className="output-empty">{text('output_empty')}</span>;
  return (
    <>
      <table className="output-table output-record">
        <colgroup>
          <col
            style={{
              width: `calc(min(${roomForNames(Object.keys(record))}ch, 50vw - 2.5rem) + 1.2rem)`,
            }}
          />
          <col />
        </colgroup>
        <tbody>
          {shown.map(([name, value]) => (
            <OutputEntry key={name} name={name} value={value} depth={depth} />
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}

/** A name and its value. A value with parts of its own stands below its name, where it has the whole width. */
function OutputEntry({ name, value, depth }: { name: string } & OutputValueProps) {
  const text = useText();
  const id = useId();
  const label = labelOf(name);
  const copy = (
    <CopyButton label={text('output_copy', { name: label })} value={() => rawText(value)} />
  );
  const shown = <OutputValue value={value} depth={depth + 1} />;
  if (!hasParts(value)) {
    return (
      <tr>
        <th scope="row" title={name}>
          <Name text={labelOf(name)} narrow />
        </th>
        <td>
          <div className="output-cell">
            <div className="output-value">{shown}</div>
            {copy}
          </div>
        </td>
      </tr>
    );
  }
  return (
    <>
      <tr>
        <th id={id} colSpan={2} className="output-above" title={name}>
          <div className="output-cell">
            <div className="output-value">
              <Name text={labelOf(name)} narrow />
            </div>
            {copy}
          </div>
        </th>
      </tr>
      <tr className="output-below">
        <td colSpan={2} headers={id}>
          {shown}
        </td>
      </tr>
    </>
  );
}

/** A list of objects as a table: one row for each object, one column for each name that any of them has. */
function OutputRows({ rows, depth }: { rows: readonly Record<string, unknown>[]; depth: number }) {
  const columns = columnsOf(rows);
  const { shown, more } = useCap(rows);
  if (columns === undefined) return <OutputList items={rows} depth={depth} />;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would not scroll */}
      <div
        className="output-wide"
        role="group"
        aria-label={columns.map(labelOf).join(', ')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className="output-table output-grid">
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col" title={name}>
                  <Name text={labelOf(name)} narrow />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of an output never move
              <tr key={index}>
                {columns.map((name) => (
                  <td key={name}>
                    <OutputValue value={row[name]} depth={depth + 1} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </>
  );
}

function OutputList({ items, depth }: { items: readonly unknown[]; depth: number }) {
  const { shown, more } = useCap(items);
  return (
    <>
      <ol className="output-list">
        {shown.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items of an output never move
          <li key={index}>
            <OutputValue value={item} depth={depth + 1} />
          </li>
        ))}
      </ol>
      {more}
    </>
  );
}

const portion = 50;

/** The first of many items, and a button for more, because a huge output would stall the view. */
function useCap<Item>(items: readonly Item[]) {
  const text = useText();
  const [limit, setLimit] = useState(portion);
  const more = items.length > limit && (
    <Button variant="quiet" onClick={() => setLimit(limit * 2)}>
      {text('output_more', { shown: formatCount(limit), total: formatCount(items.length) })}
    </Button>
  );
  return { shown: items.slice(0, limit), more };
}
