import { isSameNumber } from '../conversation/address.ts';
import type { Party } from '../conversation/which-customer.ts';
import { own } from '../form/form.ts';
import { placeholdersIn } from '../form/template.ts';
import { type Customer, customerFromInputs } from '../launch/customer.ts';
import { launchRequestOf } from '../launch/request.ts';
import type { PageContext } from '../page/context.ts';
import { personFacts } from '../page/facts-behind.ts';
import { type FactKind, isFactKind } from '../page/kinds.ts';
import { isSaid } from '../page/said.ts';
import { shownPerson } from '../session/person.ts';
import { connectionInUse, wayOut } from '../settings/settings.ts';
import type { FormView } from '../view/form-view.ts';
import { andThen, type Step, withDraft } from '../view/happening.ts';
import type { LauncherState } from '../view/launcher.ts';
import type { Question } from '../view/protocol.ts';
import { isIdentifying } from '../view/visible.ts';

/** What a form sends, and whom it is about. */
type Sent = Pick<FormView, 'start' | 'customer' | 'people' | 'form'>;

/** When it was decided on, in milliseconds since 1970, and whether in spite of what stood in its way. */
type When = { readonly anyway: boolean; readonly meantAt: number };

/** Hands a launch to the worker: what is sent, for whom, from which page, by the person who is shown. */
export function sending(state: LauncherState, form: Sent, when: When): Step {
  const question = launchQuestion(state, form, when);
  const sent = { ...state, launching: undefined, notice: undefined, attempts: 0 };
  const asked: Step = {
    state: sent,
    effects: [{ do: 'ask', ask: 'launch', question, shown: true }],
  };
  // The view may close before it hears what becomes of it; the next one empties the form then.
  const sentAs = new Set([...(state.draft.sentAs ?? []), question.id]);
  return andThen(asked, (next) => withDraft(next, { sentAs: [...sentAs].slice(-10) }));
}

function launchQuestion(
  state: LauncherState,
  form: Sent,
  { anyway, meantAt }: When,
): Question<'launch'> {
  const { start } = form;
  const party = partyOf(form);
  const { settings, launchId, tabId, session, page, failure } = state;
  const connection = connectionInUse(settings);
  const request = launchRequestOf(start, {
    id: launchId,
    connection: connection?.name ?? '',
    template: settings.executionName,
    conversationId: party?.conversation.id,
  });
  return {
    ...request,
    tabId,
    meantAt,
    // Who launched in spite of something else was not told that the same was launched just now.
    anyway: anyway && failure?.code === 'launched-just-now',
    wayOut: wayOut(connection),
    by: shownPerson(session),
    customer: customerOf(state, form, party),
    page: pageOfLaunch(page),
    look: lookOf(state, form),
  };
}

/** The page that a launch is made from. One that could not be read is known by its address alone, if by that. */
function pageOfLaunch(page: LauncherState['page']): Question<'launch'>['page'] {
  if (page.state === 'reading') return undefined;
  const address = page.document.address.slice(0, 2_000);
  if (page.state === 'unreadable') return { address };
  return {
    title: page.document.title?.slice(0, 500),
    address,
    number: page.context.fields.customerNumber?.best.value.slice(0, 200),
  };
}

/** The conversation's customer whom a form is about. */
export function partyOf({ customer }: Pick<FormView, 'customer'>): Party | undefined {
  const { party, take } = customer?.decision ?? {};
  return take === 'conversation' || take === 'both' ? party : undefined;
}

/** For whom a launch is: by its inputs, and with a name that goes with their number. */
function customerOf(
  { page }: LauncherState,
  { start: { inputData }, people }: Sent,
  party: Party | undefined,
): Customer | undefined {
  const named = customerFromInputs(inputData);
  if (named?.name !== undefined) return named;
  const name = nameWith(named?.number, page, people, party);
  return name === undefined ? named : { ...named, name: name.slice(0, 200) };
}

/**
 * The name that goes with a number: of the person who was chosen, of the conversation or of the page, but only if that
 * source has this number. Without a number, the name of the conversation.
 */
function nameWith(
  number: string | undefined,
  page: LauncherState['page'],
  people: Sent['people'],
  party: Party | undefined,
): string | undefined {
  const { chosen } = people ?? {};
  if (chosen && number === chosen.number.value) return chosen.name;
  const { name, nameKnown, numbers = [] } = party?.customer ?? {};
  const isTheirs = number === undefined || numbers.some((each) => isSameNumber(each, number));
  if (nameKnown && isTheirs && name !== undefined) return name;
  if (page.state !== 'read' || number === undefined) return undefined;
  const { customerNumber, customerName } = page.context.fields;
  const isOfPage = number === customerNumber?.best.value;
  return isOfPage && customerName?.filled ? customerName.best.value : undefined;
}

/** What the worker checks in the page once more before the POST leaves. */
function lookOf(
  { page, tabId, settings }: LauncherState,
  { start: { flowId, inputData }, people, form }: Sent,
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
  const templates = connectionInUse(settings)?.flows.find(({ id }) => id === flowId)?.inputs ?? {};
  const inTemplates = new Set(Object.values(templates).flatMap(placeholdersIn));
  // What is sent may be written in another way than on the page, as a number is, or a choice.
  const filled = new Set(Object.values(form.sources).map(({ field }) => field));
  // What says who the customer is, too: what was typed is meant for them.
  const used = Object.entries(context.fields).filter(
    ([name, { best }]) =>
      sent.has(best.value) || filled.has(name) || inTemplates.has(name) || isIdentifying(name),
  );
  const { chosen } = people ?? {};
  const names = [
    ...used.map(([name]) => name),
    ...(chosen ? [personFacts(chosen.number.value)] : []),
  ];
  const behind = names.flatMap((name) => (Object.hasOwn(facts, name) ? (facts[name] ?? []) : []));
  const chosenHere = form.touched.flatMap((name) => behindChosen(context, form, name) ?? []);
  return {
    ...where,
    facts: [...new Set(behind)].slice(0, 50),
    ...(chosenHere.length > 0 && { chosen: chosenHere.slice(0, 50) }),
  };
}

/** The text in the page that an input's value was chosen from; undefined where it was not, or is no fact. */
function behindChosen(
  { fields }: PageContext,
  { values, sources }: FormView['form'],
  name: string,
): { kind: FactKind; text: string } | undefined {
  const { field } = own(sources, name) ?? {};
  const found = field === undefined ? undefined : own(fields, field);
  const chosen = [own(values, name) ?? []].flat();
  const candidate = [found?.best, ...(found?.others ?? [])].find(
    (each) => each !== undefined && chosen.includes(each.value),
  );
  if (candidate === undefined) return undefined;
  const { kind, text = candidate.value } = candidate.source;
  // Filters of a rule may have made the value, and what was said stands in no fact of the page.
  if (!isFactKind(kind) || kind === 'site-rule' || isSaid({ kind })) return undefined;
  return { kind, text: text.slice(0, 4_000) };
}
