import { type FormValue, type OfferedValue, own, type ValueSource } from './form.ts';
import { everyInput, type FlowInput } from './input-schema.ts';
import { fieldOfDescription, fieldOfName, isSameNameAs } from './names.ts';
import { fillTemplate, soleField } from './template.ts';

/**
 * What is needed of a context to fill a form from it: a page's (core/page/context.ts), or that of a page
 * and a conversation (core/conversation/fields.ts).
 */
export interface PageFields {
  readonly fields: Readonly<Record<string, PageField>>;
}

export interface PageField {
  /** Absent where the field's values are only offered. */
  readonly best?: PageCandidate | undefined;
  readonly others: readonly PageCandidate[];
  /** Sure enough to fill a form; else the person is asked whether to take it. */
  readonly filled: boolean;
}

export interface PageCandidate {
  readonly value: string;
  readonly shown: string;
  readonly source: Pick<ValueSource, 'kind' | 'label'> & { readonly person?: string | undefined };
}

/** A value of the page that the user may take instead. */
export interface InputCandidate extends OfferedValue {
  /** The value as people write it: `+1 555 019 9888`. */
  readonly shown: string;
}

export interface InputOffer {
  /** What the form is filled with; absent where nothing is known to belong here. */
  readonly offered?: OfferedValue | undefined;
  /** What may belong here and is not sure enough to be filled in. */
  readonly suggested?: InputCandidate | undefined;
  /** What the page has that this input could take, the likeliest first. */
  readonly candidates: readonly InputCandidate[];
}

const mostCandidates = 12;

/**
 * Which value of the page goes to which input. A template from the settings
 * (`"Flow.x": "{{customerNumber}}"`) decides; without one, the input's name does, or else its title
 * or its description. Values that an input of that kind cannot hold are not offered.
 */
export function mapInputs(
  inputs: readonly FlowInput[],
  page: PageFields,
  mapping: Readonly<Record<string, string>> = {},
): Readonly<Record<string, InputOffer>> {
  return Object.fromEntries(
    inputs
      .filter((input) => input.name !== everyInput)
      .map((input) => [input.name, offerFor(input, page, own(mapping, input.name))]),
  );
}

/** Only what {@link fillForm} needs of {@link mapInputs}. */
export function offeredValues(
  offers: Readonly<Record<string, InputOffer>>,
): Readonly<Record<string, OfferedValue>> {
  return Object.fromEntries(
    Object.entries(offers).flatMap(([name, { offered }]) =>
      offered === undefined ? [] : [[name, offered]],
    ),
  );
}

function offerFor(input: FlowInput, page: PageFields, template: string | undefined): InputOffer {
  const field = template === undefined ? fieldFor(input, page) : soleField(template);
  const candidates = candidatesFor(input, page, field);
  if (template === undefined || field !== undefined) {
    const { best, filled } = (field === undefined ? undefined : own(page.fields, field)) ?? {};
    if (best === undefined) return { candidates };
    const first = candidates.find(({ source }) => source.field === field);
    return filled ? { offered: first, candidates } : { suggested: first, candidates };
  }
  const value = fillTemplate(template, (name) => sureValue(own(page.fields, name)));
  const offered: OfferedValue | undefined =
    value === '' ? undefined : { value, source: { kind: 'setting' } };
  return { offered, candidates };
}

function sureValue(found: PageField | undefined): string | undefined {
  return found?.filled ? found.best?.value : undefined;
}

/**
 * By its exact name (also that of a site rule's own field), by the name of the conversation's data, then
 * by what names usually mean. A field that has a value to fill in comes before one that only offers.
 */
function fieldFor(input: FlowInput, page: PageFields): string | undefined {
  const fields = Object.keys(page.fields);
  const isItsName = isSameNameAs(input.name);
  const asked = [
    ...fields.filter((field) => isItsName(field)),
    ...fields.filter((field) => isItsName(ownName(field) ?? '')),
    fieldOfName(input.name),
    fieldOfName(input.label),
    input.description === undefined ? undefined : fieldOfDescription(input.description),
  ].filter((field) => field !== undefined);
  const has = (field: string) => own(page.fields, field) !== undefined;
  const fills = (field: string) => sureValue(own(page.fields, field)) !== undefined;
  return asked.find(fills) ?? asked.find(has) ?? asked[0];
}

/**
 * What a field of the conversation is called by itself: the attribute's name, `queueName`. Others, such
 * as `conversation.state`, would be too little to go by.
 */
function ownName(field: string): string | undefined {
  const [, attribute, known] =
    /^conversation\.(?:attributes\.(.+)|(queueName|queueId|externalContactId))$/s.exec(field) ?? [];
  return attribute ?? known;
}

/**
 * The field's own finds first; then, where text is asked for, the best of every other field. Other
 * kinds would mostly be offered what only looks right, such as a phone number for a priority.
 */
function candidatesFor(
  input: FlowInput,
  page: PageFields,
  field: string | undefined,
): readonly InputCandidate[] {
  const found = field === undefined ? undefined : own(page.fields, field);
  const near = found === undefined ? [] : valuesOf(found);
  const others = takesAnyText(input) ? Object.entries(page.fields) : [];
  const bestOfOthers = others.flatMap(([name, other]) => {
    const [candidate] = name === field ? [] : valuesOf(other);
    return candidate === undefined ? [] : [{ candidate, from: name }];
  });
  const all = [...near.map((candidate) => ({ candidate, from: field ?? '' })), ...bestOfOthers];
  const fitting = all.flatMap(({ candidate, from }): InputCandidate[] => {
    const value = fitted(input, candidate.value);
    if (value === undefined) return [];
    return [{ value, shown: candidate.shown, source: sourceOf(candidate, from) }];
  });
  const seen = new Set<string>();
  return fitting
    .filter(({ value }) => !seen.has(value) && seen.add(value))
    .slice(0, mostCandidates);
}

/** Whether a page still has what was chosen for an input from one of its fields. */
export function hasValue(
  page: PageFields,
  field: string,
  input: FlowInput,
  chosen: FormValue,
): boolean {
  const found = own(page.fields, field);
  const there = found === undefined ? [] : valuesOf(found);
  return there.some(({ value }) => [chosen].flat().includes(fitted(input, value) ?? ''));
}

function valuesOf({ best, others }: PageField): readonly PageCandidate[] {
  return best === undefined ? others : [best, ...others];
}

function takesAnyText({ kind, itemKind }: FlowInput): boolean {
  return kind === 'string' || (kind === 'list' && itemKind === 'string');
}

/** Where several people are shown, whose a value is says more than what it is called. */
function sourceOf({ source }: PageCandidate, field: string): ValueSource {
  return { kind: source.kind, field, label: source.person ?? source.label };
}

/** The value as this kind of input takes it; `undefined` where it cannot. */
function fitted(input: FlowInput, value: string): string | undefined {
  const kind = input.kind === 'list' ? (input.itemKind ?? 'string') : input.kind;
  switch (kind) {
    case 'string':
      return value;
    case 'integer':
      return /^[+-]?\d{1,15}$/.test(value) ? value : undefined;
    case 'number':
      return /^[+-]?\d{1,15}(\.\d+)?$/.test(value) ? value : undefined;
    case 'choice':
      return choice(input, value);
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;
    case 'date-time':
      return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? value : undefined;
    case 'boolean':
      return /^(true|false)$/i.test(value) ? value.toLowerCase() : undefined;
    case 'json':
      return JSON.stringify(value);
  }
}

/** `phone` found on the page is the choice `Phone` of the flow. */
function choice(input: FlowInput, value: string): string | undefined {
  const wanted = value.trim().toLowerCase();
  const found = input.choices?.find((each) => String(each).toLowerCase() === wanted);
  return found === undefined ? undefined : String(found);
}
