import { type Settings, settingsSchema } from './settings.ts';

/** The defaults as their fields hold them: text as typed. */
export interface DefaultsForm {
  defaultCountry: string;
  executionName: string;
  days: string;
}

/** What is wrong with a field; the words are under `defaults_problem_<problem>`. */
type DefaultsProblem = 'country_malformed' | 'name_too_long' | 'days_malformed';

type Changed = Pick<Settings, 'defaultCountry' | 'executionName'> & { days: number };

/** The fields of the defaults. */
export function defaultsForm({ defaultCountry, executionName, history }: Settings): DefaultsForm {
  return { defaultCountry, executionName, days: String(history.days) };
}

/** Checks the fields one by one; those that are right are there to be saved. */
export function checkDefaults(form: DefaultsForm): {
  problems: Partial<Record<keyof DefaultsForm, DefaultsProblem>>;
  valid: Partial<Changed>;
} {
  const { shape } = settingsSchema;
  const country = shape.defaultCountry.safeParse(form.defaultCountry.trim().toUpperCase());
  const name = shape.executionName.safeParse(form.executionName);
  const isNumber = /^\d{1,4}$/.test(form.days.trim());
  const history = shape.history.safeParse({ days: isNumber ? Number(form.days) : -1 });
  return {
    problems: {
      ...(!country.success && { defaultCountry: 'country_malformed' as const }),
      ...(!name.success && { executionName: 'name_too_long' as const }),
      ...(!history.success && { days: 'days_malformed' as const }),
    },
    valid: {
      ...(country.success && { defaultCountry: country.data }),
      ...(name.success && { executionName: name.data }),
      ...(history.success && { days: history.data.days }),
    },
  };
}
