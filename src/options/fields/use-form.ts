import { useState } from 'react';

/** Fields that are checked as they are typed, each told what is wrong once it was left. */
export interface FormEditor<Form> {
  form: Form;
  change: (part: Partial<Form>) => void;
  /** The problem's code; undefined while the field is right or still being typed for the first time. */
  problem: (field: string) => string | undefined;
  leave: (field: string) => void;
}

/**
 * Holds the text of fields. After every change `onChange` gets the whole form, and says what is
 * wrong with it; saving what is right is its business.
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
