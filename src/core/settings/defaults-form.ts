import { type Settings, settingsSchema } from './settings.ts';

/** The defaults as their fields hold them: text as typed. */
export interface DefaultsForm {
  defaultCountry: string;
  executionName: string;
  /** One a line. */
  contactTypes: string;
  /** One a line. */
  inHouseNumbers: string;
  days: string;
}

/** What is wrong with a field; the words are under `defaults_problem_<problem>`. */
type DefaultsProblem =
  | 'country_malformed'
  | 'name_too_long'
  | 'contact_types_too_many'
  | 'in_house_malformed'
  | 'days_malformed';

type Changed = Pick<
  Settings,
  'defaultCountry' | 'executionName' | 'contactTypes' | 'inHouseNumbers'
> & {
  days: number;
};

/** The fields of the defaults. */
export function defaultsForm(settings: Settings): DefaultsForm {
  const { defaultCountry, executionName, contactTypes, inHouseNumbers, history } = settings;
  return {
    defaultCountry,
    executionName,
    contactTypes: contactTypes.join('\n'),
    inHouseNumbers: inHouseNumbers.join('\n'),
    days: String(history.days),
  };
}

/** Checks the fields one by one; those that are right are there to be saved. */
export function checkDefaults(form: DefaultsForm): {
  problems: Partial<Record<keyof DefaultsForm, DefaultsProblem>>;
  valid: Partial<Changed>;
} {
  const { shape } = settingsSchema;
  const country = shape.defaultCountry.safeParse(form.defaultCountry.trim().toUpperCase());
  const name = shape.executionName.safeParse(form.executionName);
  const contactTypes = shape.contactTypes.safeParse(linesOf(form.contactTypes));
  const inHouse = shape.inHouseNumbers.safeParse(linesOf(form.inHouseNumbers));
  const isNumber = /^\d{1,4}$/.test(form.days.trim());
  const history = shape.history.safeParse({ days: isNumber ? Number(form.days) : -1 });
  return {
    problems: {
      ...(!country.success && { defaultCountry: 'country_malformed' as const }),
      ...(!name.success && { executionName: 'name_too_long' as const }),
      ...(!contactTypes.success && { contactTypes: 'contact_types_too_many' as const }),
      ...(!inHouse.success && { inHouseNumbers: 'in_house_malformed' as const }),
      ...(!history.success && { days: 'days_malformed' as const }),
    },
    valid: {
      ...(country.success && { defaultCountry: country.data }),
      ...(name.success && { executionName: name.data }),
      ...(contactTypes.success && { contactTypes: contactTypes.data }),
      ...(inHouse.success && { inHouseNumbers: inHouse.data }),
      ...(history.success && { days: history.data.days }),
    },
  };
}

/** What stands on each line, once. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
