import { useId } from 'react';
import type { ControlTies } from '../../ui/kit/Field.tsx';

/** The fields that any page context may have; the browser offers them while a person types a name. */
const usualFields = [
  'customerNumber',
  'customerId',
  'customerName',
  'contactType',
  'email',
  'conversationId',
];

interface FieldNameProps {
  ties: ControlTies;
  value: string;
  onChange: (name: string) => void;
  onLeave?: () => void;
}

/** The control for the name of a page's field. */
export function FieldName({ ties, value, onChange, onLeave }: FieldNameProps) {
  const listId = useId();
  return (
    <>
      <input
        {...ties}
        className="control"
        list={listId}
        spellCheck={false}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onBlur={onLeave}
      />
      <datalist id={listId}>
        {usualFields.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
