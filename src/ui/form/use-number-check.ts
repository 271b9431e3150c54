import { useMemo } from 'react';
import type { PreflightFacts } from '../../core/diagnosis/preflight.ts';
import { type Form, heldValue } from '../../core/form/form.ts';
import type { FlowInput } from '../../core/form/input-schema.ts';
import { fieldOfName } from '../../core/form/names.ts';
import { readPhone } from '../../core/number/read.ts';

/**
 * Whether what the inputs for telephone numbers hold can be a number at all.
 *
 * @param country of numbers that do not say where they belong
 */
export function useNumberCheck(
  inputs: readonly FlowInput[],
  form: Form,
  country: string,
): PreflightFacts['numbers'] {
  return useMemo(() => {
    const held = inputs.filter(isForNumber).map((input) => heldValue(form, input));
    const values = held.flat().filter((value) => value.trim() !== '');
    return values.map((value) => ({
      value,
      isPlausible: readPhone(value, [country]) !== undefined,
    }));
  }, [inputs, form, country]);
}

function isForNumber({ name, label }: FlowInput): boolean {
  return [name, label].some((words) => fieldOfName(words) === 'customerNumber');
}
