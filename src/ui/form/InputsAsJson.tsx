import { useState } from 'react';
import type { FormValue } from '../../core/form/form.ts';
import type { FlowInput } from '../../core/form/input-schema.ts';
import { editAsJson, type JsonEdit } from '../../core/form/json-edit.ts';
import { Field } from '../kit/Field.tsx';
import { useText } from '../kit/text.ts';

interface InputsAsJsonProps {
  inputs: readonly FlowInput[];
  /** What the form would send now. */
  inputData: Readonly<Record<string, unknown>>;
  onChange: (name: string, value: FormValue) => void;
}

/** All inputs as one JSON object, which the person can edit or paste; the form follows with each key. */
export function InputsAsJson({ inputs, inputData, onChange }: InputsAsJsonProps) {
  const text = useText();
  const [typed, setTyped] = useState<string>();
  const edit = typed === undefined ? undefined : editAsJson(typed, inputs, inputData);
  const type = (next: string) => {
    setTyped(next);
    const read = editAsJson(next, inputs, inputData);
    if ('changes' in read) for (const [name, value] of read.changes) onChange(name, value);
  };
  return (
    <Field label={text('form_every_input')} error={errorOf(edit)}>
      {(ties) => (
        <textarea
          {...ties}
          className="control control-area control-code"
          rows={8}
          autoComplete="off"
          spellCheck={false}
          value={typed ?? JSON.stringify(inputData, null, 2)}
          onChange={({ target }) => type(target.value)}
          // After leaving it, the field shows what the form would send, unless the form could not take the JSON.
          onBlur={() => {
            if (edit && 'changes' in edit) setTyped(undefined);
          }}
        />
      )}
    </Field>
  );

  function errorOf(edit: JsonEdit | undefined): string | undefined {
    if (edit === undefined || 'changes' in edit) return undefined;
    switch (edit.problem) {
      case 'not_json':
        return text('problem_not_json');
      case 'not_object':
        return text('problem_not_object', {
          example: `{"${inputs[0]?.name ?? 'Flow.name'}": "…"}`,
        });
      case 'unknown':
        return text('json_unknown_inputs', { names: edit.names.join(', ') });
    }
  }
}
