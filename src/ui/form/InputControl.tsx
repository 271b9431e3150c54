import type { FormValue } from '../../core/form/form.ts';
import type { FlowInput } from '../../core/form/input-schema.ts';
import type { ControlTies } from '../kit/Field.tsx';
import { ListControl } from './ListControl.tsx';
import { OneControl } from './OneControl.tsx';

interface InputControlProps {
  input: FlowInput;
  value: FormValue;
  ties: ControlTies;
  /** The number of the item in a list that has the error, counted from 1. */
  badItem?: number | undefined;
  onChange: (value: FormValue) => void;
}

/** The control for an input, by its kind. */
export function InputControl({ input, value, ties, badItem, onChange }: InputControlProps) {
  if (input.kind === 'list') {
    const items = typeof value === 'string' ? [value] : value;
    return <ListControl {...{ input, items, ties, badItem, onChange }} />;
  }
  const held = typeof value === 'string' ? value : value.join(', ');
  return (
    <OneControl input={input} kind={input.kind} value={held} ties={ties} onChange={onChange} />
  );
}
