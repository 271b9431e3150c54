import { type Form, heldValue, isWithheld } from './form.ts';
import { everyInput, type FlowInput } from './input-schema.ts';
import { schemaProblems } from './schema.ts';
import { checkValue, type FormProblem, mostBytes, type OffsetAt } from './value.ts';

export interface CheckedForm {
  /** What to send, only with inputs that are set; absent when none is, or when there are problems. */
  readonly inputData?: Readonly<Record<string, unknown>>;
  /** Only beside problems: what can be sent in spite of them, the values that are right in themselves. */
  readonly sendable?: Readonly<Record<string, unknown>>;
  readonly problems: readonly FormProblem[];
}

/**
 * Turns a form into the `inputData` of a launch request, or says what stands in the way, in the
 * order of the inputs. Empty and withheld inputs are left out, so that the flow's own initial values hold; `null`
 * is never sent.
 *
 * @param schema the flow's input schema as received; a last net, and ignored where it is not readable
 * @param offsetAt minutes east of UTC in the user's time zone at a wall-clock time
 */
export function checkForm(
  inputs: readonly FlowInput[],
  form: Form,
  { schema, offsetAt }: { schema?: unknown; offsetAt: OffsetAt },
): CheckedForm {
  const entries: [string, unknown][] = [];
  const problems: FormProblem[] = [];
  for (const input of inputs) {
    const held = isWithheld(form, input.name) ? '' : heldValue(form, input);
    const checked = checkValue(input, held, offsetAt);
    if ('problem' in checked) problems.push({ input: input.name, ...checked.problem });
    if ('value' in checked) entries.push(...named(input, checked.value));
  }
  problems.push(...tooBig(entries));
  const inputData = Object.fromEntries(entries);
  if (problems.length === 0) problems.push(...shownAt(inputs, schemaProblems(schema, inputData)));
  if (entries.length === 0) return { problems };
  return problems.length > 0 ? { sendable: inputData, problems } : { inputData, problems };
}

/** Where all inputs are typed as one, a problem with any of them shows there. */
function shownAt(
  inputs: readonly FlowInput[],
  problems: readonly FormProblem[],
): readonly FormProblem[] {
  const isOne = inputs.some(({ name }) => name === everyInput);
  return isOne ? problems.slice(0, 1).map((each) => ({ ...each, input: everyInput })) : problems;
}

function named(input: FlowInput, value: unknown): [string, unknown][] {
  if (input.name !== everyInput) return [[input.name, value]];
  return Object.entries(value as object).filter(([, item]) => item !== null);
}

/**
 * Genesys Cloud refuses a body beyond a size that it does not publish (413
 * `request.entity.too.large`); a megabyte is a mistake long before that. The longest value is named.
 */
function tooBig(entries: readonly [string, unknown][]): FormProblem[] {
  const sizes = entries.map(([name, value]) => ({ name, bytes: bytesOf(value) }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const [largest] = sizes.toSorted((a, b) => b.bytes - a.bytes);
  if (largest === undefined || total <= mostBytes) return [];
  return [{ input: largest.name, code: 'too_big', params: { limit: 1 } }];
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
