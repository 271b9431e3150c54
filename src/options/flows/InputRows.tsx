import { useId, useRef } from 'react';
import type { FlowForm } from '../../core/flow/settings-form.ts';
import { completionsOf } from '../../core/form/template.ts';
import { Button, IconButton } from '../../ui/kit/Button.tsx';
import { Field } from '../../ui/kit/Field.tsx';
import { useText } from '../../ui/kit/text.ts';

interface InputRowsProps {
  rows: FlowForm['inputs'];
  error: string | undefined;
  /** The names that a template can use. */
  names: readonly string[];
  onChange: (rows: FlowForm['inputs']) => void;
  onLeave: () => void;
}

/** The inputs of a flow that have a template, with their templates. */
export function InputRows({ rows, error, names, onChange, onLeave }: InputRowsProps) {
  const text = useText();
  const add = useRef<HTMLButtonElement>(null);
  const change = (place: number, part: Partial<FlowForm['inputs'][number]>) =>
    onChange(rows.map((row, index) => (index === place ? { ...row, ...part } : row)));
  return (
    <Field label={text('flow_inputs')} hint={text('flow_inputs_hint')} error={error} group>
      {() => (
        <div className="list">
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <div key={place} className="pair">
              <input
                className="control control-code"
                aria-label={text('flow_input_name', { number: place + 1 })}
                placeholder="Flow.customerNumber"
                spellCheck={false}
                value={row.name}
                onChange={({ target }) => change(place, { name: target.value })}
                onBlur={onLeave}
              />
              <TemplateInput
                label={text('flow_input_template', { number: place + 1 })}
                value={row.template}
                names={names}
                onChange={(template) => change(place, { template })}
              />
              <IconButton
                icon="cross"
                label={text('flow_input_remove', { number: place + 1 })}
                onClick={() => {
                  onChange(rows.toSpliced(place, 1));
                  add.current?.focus();
                }}
              />
            </div>
          ))}
          <Button
            ref={add}
            variant="quiet"
            icon="plus"
            onClick={() => onChange([...rows, { name: '', template: '' }])}
          >
            {text('flow_input_add')}
          </Button>
        </div>
      )}
    </Field>
  );
}

interface TemplateInputProps {
  label: string;
  value: string;
  names: readonly string[];
  onChange: (template: string) => void;
}

/** The field for a template. The browser's own list completes the names in it. */
function TemplateInput({ label, value, names, onChange }: TemplateInputProps) {
  const listId = useId();
  return (
    <>
      <input
        className="control control-code"
        aria-label={label}
        placeholder="{{customerNumber}}"
        spellCheck={false}
        autoComplete="off"
        list={listId}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <datalist id={listId}>
        {completionsOf(value, names).map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}
