import { isSameNumber } from '../conversation/address.ts';
import type { Party } from '../conversation/which-customer.ts';
import { type Customer, customerFromInputs } from '../launch/customer.ts';
import { launchRequestOf } from '../launch/request.ts';
import { personFacts } from '../page/facts-behind.ts';
import { shownPerson } from '../session/person.ts';
import { connectionInUse } from '../settings/settings.ts';
import type { FormView } from '../view/form-view.ts';
import type { Step } from '../view/happening.ts';
import type { LauncherState } from '../view/launcher.ts';
import type { Question } from '../view/protocol.ts';
import { isIdentifying } from '../view/visible.ts';

/** What a form sends, and whom it is about. */
type Form = Pick<FormView, 'start' | 'customer' | 'people'>;

/** Hands a launch to the worker: what is sent, for whom, from which page, by the person who is shown. */
export function sending(state: LauncherState, form: Form, anyway: boolean): Step {
  const question = launchQuestion(state, form, anyway);
  const next = { ...state, launching: undefined, notice: undefined, attempts: 0 };
  return { state: next, effects: [{ do: 'ask', ask: 'launch', question, shown: true }] };
}

function launchQuestion(state: LauncherState, form: Form, anyway: boolean): Question<'launch'> {
  const { start } = form;
  const party = partyOf(form);
  const { settings, launchId, tabId, session, page } = state;
  const connection = connectionInUse(settings)?.name ?? '';
  const request = launchRequestOf(start, {
    id: launchId,
    connection,
    template: settings.executionName,
    conversationId: party?.conversation.id,
  });
  return {
    ...request,
    tabId,
    anyway,
    by: shownPerson(session),
    customer: customerOf(state, form, party),
    ...(page.state === 'read' && {
      page: {
        title: page.document.title?.slice(0, 500),
        address: page.document.address.slice(0, 2_000),
        number: page.context.fields.customerNumber?.best.value.slice(0, 200),
      },
    }),
    look: lookOf(state, form),
  };
}

/** The conversation's customer whom a form is about. */
export function partyOf({ customer }: Pick<FormView, 'customer'>): Party | undefined {
  const { party, take } = customer?.decision ?? {};
  return take === 'conversation' || take === 'both' ? party : undefined;
}

/** For whom a launch is, by its inputs. The page's or the conversation's name counts only with its own number. */
function customerOf(
  { page }: LauncherState,
  { start: { inputData }, people }: Form,
  party: Party | undefined,
): Customer | undefined {
  const named = customerFromInputs(inputData);
  if (named?.name !== undefined) return named;
  const { chosen } = people ?? {};
  if (chosen && named?.number === chosen.number.value)
    return { ...named, name: chosen.name.slice(0, 200) };
  const { name, nameKnown, numbers = [] } = party?.customer ?? {};
  const { number } = named ?? {};
  const isTheirs = number !== undefined && numbers.some((each) => isSameNumber(each, number));
  if (name !== undefined && nameKnown && (isTheirs || named === undefined))
    return { ...named, name: name.slice(0, 200) };
  if (page.state !== 'read') return named;
  const { customerNumber, customerName } = page.context.fields;
  const isOfPage = named?.number !== undefined && named.number === customerNumber?.best.value;
  if (!isOfPage || !customerName?.filled) return named;
  return { ...named, name: customerName.best.value.slice(0, 200) };
}

/** What the worker checks in the page once more before the POST leaves. */
function lookOf(
  { page, tabId }: LauncherState,
  { start: { inputData }, people }: Form,
): Question<'launch'>['look'] {
  if (page.state === 'reading') return undefined;
  const { documentId, address } = page.document;
  const where = { tabId, documentId, address };
  if (page.state === 'unreadable') return { ...where, facts: [] };
  const { context, facts } = page;
  const sent = new Set(
    Object.values(inputData ?? {})
      .flat()
      .map(String),
  );
  // What says who the customer is, too: what was typed is meant for them.
  const used = Object.entries(context.fields).filter(
    ([name, { best }]) => sent.has(best.value) || isIdentifying(name),
  );
  const { chosen } = people ?? {};
  const names = [
    ...used.map(([name]) => name),
    ...(chosen ? [personFacts(chosen.number.value)] : []),
  ];
  const behind = names.flatMap((name) => (Object.hasOwn(facts, name) ? (facts[name] ?? []) : []));
  return { ...where, facts: [...new Set(behind)].slice(0, 50) };
}
