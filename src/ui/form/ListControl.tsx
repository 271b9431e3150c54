import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import type { FlowInput } from '../../core/form/input-schema.ts';
import { Button, IconButton } from '../kit/Button.tsx';
import type { ControlTies } from '../kit/Field.tsx';
import { useText } from '../kit/text.ts';
import { OneControl } from './OneControl.tsx';

interface ListControlProps {
  input: FlowInput;
  items: readonly string[];
  ties: ControlTies;
  /** The number of the item that has the error, counted from 1; undefined where the whole list has it. */
  badItem?: number | undefined;
  onChange: (items: readonly string[]) => void;
}

/**
 * One control for each item of a list. Enter adds an item below, Backspace in an empty item removes it, and several
 * pasted lines, such as a column of a sheet, become as many items.
 */
export function ListControl({ input, items, ties, badItem, onChange }: ListControlProps) {
  const text = useText();
  const list = useRef<HTMLUListElement>(null);
  const focusNext = useRef<number>(undefined);
  const shown = items.length === 0 ? [''] : items;

  useEffect(() => {
    if (focusNext.current === undefined) return;
    const controls = list.current?.querySelectorAll<HTMLElement>('.control');
    controls?.[Math.min(focusNext.current, controls.length - 1)]?.focus();
    focusNext.current = undefined;
  });

  const change = (next: readonly string[], focus?: number) => {
    focusNext.current = focus;
    onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const isBare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.key === 'Enter' && isBare && !event.nativeEvent.isComposing) {
      event.preventDefault();
      change(shown.toSpliced(index + 1, 0, ''), index + 1);
    } else if (event.key === 'Backspace' && shown[index] === '' && shown.length > 1) {
      event.preventDefault();
      change(shown.toSpliced(index, 1), Math.max(index - 1, 0));
    } else {
      ties.onKeyDown?.(event);
    }
  };
  const onPaste = (event: ClipboardEvent, index: number) => {
    const lines = event.clipboardData.getData('text').split(/\r?\n/).filter(Boolean);
    if (lines.length < 2 || shown[index] !== '') return;
    event.preventDefault();
    change(shown.toSpliced(index, 1, ...lines), index + lines.length - 1);
  };

  return (
    <div className="list">
      <ul ref={list} className="list-items">
        {shown.map((item, index) => (
          <ListItem
            // biome-ignore lint/suspicious/noArrayIndexKey: an item is nothing but its text and its place
            key={index}
            {...{ input, index, item }}
            isOnly={shown.length === 1}
            ties={{
              'aria-describedby': ties['aria-describedby'],
              'aria-invalid':
                badItem === undefined || badItem === index + 1 ? ties['aria-invalid'] : undefined,
              'aria-required': index === 0 ? ties['aria-required'] : undefined,
              onBlur: ties.onBlur,
              onKeyDown: (event) => onKeyDown(event, index),
              onPaste: (event) => onPaste(event, index),
            }}
            onChange={(value) => onChange(shown.with(index, value))}
            onRemove={() => change(shown.toSpliced(index, 1), index)}
          />
        ))}
      </ul>
      <Button variant="quiet" icon="plus" onClick={() => change([...shown, ''], shown.length)}>
        {text('list_add')}
      </Button>
    </div>
  );
}

interface ListItemProps {
  input: FlowInput;
  index: number;
  item: string;
  isOnly: boolean;
  ties: Partial<ControlTies>;
  onChange: (value: string) => void;
  onRemove: () => void;
}

/** The control for one item, and the button that removes it. */
function ListItem({ input, index, item, isOnly, ties, onChange, onRemove }: ListItemProps) {
  const text = useText();
  const number = index + 1;
  const { label } = input;
  return (
    <li className="list-item">
      <OneControl
        input={input}
        kind={input.itemKind ?? 'string'}
        value={item}
        ties={{
          ...ties,
          'aria-label': index === 0 ? label : text('list_item', { label, number }),
        }}
        onChange={onChange}
      />
      <IconButton
        icon="cross"
        label={text('list_remove', { number })}
        disabled={isOnly && item === ''}
        onClick={onRemove}
      />
    </li>
  );
}
