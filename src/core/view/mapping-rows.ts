import type { ContextFields } from '../conversation/fields.ts';
import { customerOfPage } from '../conversation/page-customer.ts';
import type { Conversations } from '../conversation/recent.ts';
import { type Decision, type Party, whichCustomer } from '../conversation/which-customer.ts';
import { everyInput, type FlowInput } from '../form/input-schema.ts';
import { mapInputs, type PageField, type PageFields } from '../form/mapping.ts';
import type { Settings } from '../settings/settings.ts';
import { fieldsFor } from './customer.ts';

/** What one source has for an input: a field with its value, as people write it. */
export interface FieldValue {
  readonly field: string;
  readonly shown: string;
}

/** What the page, or the conversation, has for an input. */
export interface SourceValues {
  /** What an input of this name would get by itself. */
  readonly likely: FieldValue | undefined;
  /** Every field of the source, in its order. */
  readonly all: readonly FieldValue[];
}

/** An input of a flow with the values that it can be filled with. */
export interface MappingRow {
  readonly input: FlowInput;
  readonly page: SourceValues;
  readonly conversation: SourceValues;
}

/** Each input of a flow with what the page in front and the live conversation have for it. */
export function mappingRows(
  inputs: readonly FlowInput[],
  page: PageFields,
  conversation: PageFields,
): MappingRow[] {
  const named = inputs.filter(({ name }) => name !== everyInput);
  return named.map((input) => ({
    input,
    page: valuesFor(input, page),
    conversation: valuesFor(input, conversation),
  }));
}

function valuesFor(input: FlowInput, source: PageFields): SourceValues {
  const all = Object.entries(source.fields).flatMap(([field, found]) => {
    const shown = shownOf(found);
    return shown === undefined ? [] : [{ field: fullName(field, source), shown }];
  });
  const { offered, suggested } = mapInputs([input], source)[input.name] ?? {};
  const field = (offered ?? suggested)?.source.field;
  const likely =
    field === undefined ? undefined : all.find((each) => each.field === fullName(field, source));
  return { likely, all: distinct(all) };
}

function shownOf({ best, others }: PageField): string | undefined {
  return (best ?? others[0])?.shown;
}

/** A field of a conversation by its own name, where it has one in common with pages. */
function fullName(field: string, { fields }: PageFields): string {
  const own = `conversation.${field === 'conversationId' ? 'id' : field}`;
  return Object.hasOwn(fields, own) ? own : field;
}

function distinct(values: readonly FieldValue[]): FieldValue[] {
  const seen = new Set<string>();
  return values.filter(({ field }) => !seen.has(field) && seen.add(field));
}

/** The conversation that is most in hand, with its customer; undefined where there is none. */
export function partyInHand({ conversations, complete }: Conversations): Party | undefined {
  const { party, parties } = whichCustomer({
    page: customerOfPage(undefined),
    conversations: conversations.map(({ conversation }) => conversation),
    complete,
    first: 'ask',
  });
  return party ?? parties[0];
}

/** What a conversation has for forms. */
export function fieldsOfConversation(
  party: Party,
  settings: Pick<Settings, 'contactTypes' | 'defaultCountry'>,
): { fields: ContextFields } {
  const decision: Decision = {
    ...{ party, parties: [party], sure: true, chosen: true },
    ...{ verdict: 'conversation', take: 'conversation' },
  };
  return fieldsFor({ fields: {} }, decision, settings);
}
