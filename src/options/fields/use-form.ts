import { useState } from 'react';

/** The texts of fields, checked at every key. A field shows its problem after the person has left it. */
export interface FormEditor<Form> {
  form: Form;
  change: (part: Partial<Form>) => void;
  /** The code of a field's problem; undefined where it has none, or the person has not left it yet. */
  problem: (field: string) => string | undefined;
  leave: (field: string) => void;
}

/**
 * Holds the texts of fields.
 *
 * @param problemsOf the code of each field's problem
 * @param onChange gets the whole form after every change, with the names of the changed fields, and saves what is valid
 */
export function useForm<Form extends object>(
  start: () => Form,
  problemsOf: (form: Form) => Partial<Record<string, string>>,
  onChange: (form: Form, changed: string) => void,
): FormEditor<Form> {
  const [form, setForm] = useState(start);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const problems = problemsOf(form);
  return {
    form,
    change: (part) => {
      const next = { ...form, ...part };
      setForm(next);
      onChange(next, Object.keys(part).join(' '));
    },
    problem: (field) => (left.has(field) ? problems[field] : undefined),
    leave: (field) => setLeft((before) => new Set([...before, field])),
  };
}
