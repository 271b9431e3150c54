import { useEffect, useMemo, useState } from 'react';
import { type Form, heldValue } from '../core/form.ts';
import { fieldOfName } from '../core/input-names.ts';
import type { FlowInput } from '../core/input-schema.ts';
import type { PreflightFacts } from '../core/preflight.ts';

type ReadPhone = typeof import('../core/phone.ts').readPhone;

/**
 * Whether what the inputs for telephone numbers hold can be a number at all. What knows numbers is
 * large, and is loaded after the form is drawn; until then nothing is said.
 *
 * @param country of numbers that do not say where they belong
 */
export function useNumberCheck(
  inputs: readonly FlowInput[],
  form: Form,
  country: string,
): PreflightFacts['numbers'] {
  const [readPhone, setReadPhone] = useState<{ read: ReadPhone }>();
  const values = useMemo(() => {
    const held = inputs.filter(isForNumber).map((input) => heldValue(form, input));
    return held.flat().filter((value) => value.trim() !== '');
  }, [inputs, form]);
  const hasValues = values.length > 0;

  useEffect(() => {
    if (!hasValues) return;
    void import('../core/phone.ts').then(({ readPhone: read }) => setReadPhone({ read }));
  }, [hasValues]);

  return useMemo(
    () =>
      readPhone &&
      values.map((value) => ({
        value,
        isPlausible: readPhone.read(value, [country]) !== undefined,
      })),
    [readPhone, values, country],
  );
}

function isForNumber({ name, label }: FlowInput): boolean {
  return [name, label].some((words) => fieldOfName(words) === 'customerNumber');
}
