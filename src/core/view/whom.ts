import { hostsOf } from '../base/environment.ts';
import { remembered } from '../base/remembered.ts';
import type { PageFields } from '../conversation/page-customer.ts';
import type { Decision } from '../conversation/which-customer.ts';
import type { Form } from '../form/form.ts';
import type { FlowInput } from '../form/input-schema.ts';
import { type InputOffer, mapInputs } from '../form/mapping.ts';
import { type PersonOfPage, peopleOf } from '../page/candidate.ts';
import type { Origin } from '../page/document.ts';
import type { Connection } from '../settings/settings.ts';
import { contactFor, withContact } from './contact.ts';
import {
  type CustomerView,
  choiceHere,
  customerOnPage,
  decisionFor,
  fieldsFor,
  waitsForChoice,
  withAll,
  withConversation,
} from './customer.ts';
import type { FormView } from './form-view.ts';
import type { LauncherPage, LauncherState } from './launcher.ts';
import { aboutPerson, chosenOf, type PeopleView, withoutSuggestion } from './people.ts';
import { fieldsThatCount, frontOf, isWaiting, looksUpContacts } from './visible.ts';

type Page = ReturnType<typeof pageThatCounts>;

/** Whom a form may be about, and what page, conversations and contacts say of them. */
interface Whom {
  /** Where something that is typed now is typed. */
  readonly here: Origin | undefined;
  readonly page: Page;
  /** The people that the page shows, where it shows several. */
  readonly people: readonly PersonOfPage[];
  /** The one of them whom the person chose. */
  readonly person: PersonOfPage | undefined;
  /** What the page says of the one who was chosen; of all, where none was. */
  readonly about: Page;
  /** Page or conversation; undefined while no conversations are known. */
  readonly decision: Decision | undefined;
  /** No conversation says whom the form is about, so the page does. */
  readonly isOfPage: boolean;
  /** What inputs can be filled with. */
  readonly fields: Parameters<typeof mapInputs>[1];
  readonly contact: FormView['contact'];
}

/** Makes the function that derives whom a form is about. Each part of it is the same object until it changes. */
export function whomViews(): (state: LauncherState, connection: Connection) => Whom {
  const pageOf = remembered(pageThatCounts);
  const frontIn = remembered(frontOf);
  const peopleIn = remembered(peopleOf);
  const aboutOne = remembered(aboutPerson<Page>);
  const deciding = remembered(decisionFor);
  const fieldsOf = remembered(fieldsFor);
  const quietly = remembered(withoutSuggestion);
  const contactOf = remembered(contactFor);
  const knowing = remembered(withContact);
  const hereOf = remembered(withConversation);
  return (state, connection) => {
    const { settings, draft } = state;
    const front = frontIn(state.page);
    const page = pageOf(state.page);
    const people = peopleIn(page.fields.customerNumber);
    const person = chosenOf(people, choiceHere(draft.person, front));
    const about = person ? aboutOne(page, person) : page;
    // While the page is read or moves, it is not known whom it is about.
    const conversations = isWaiting(state) ? undefined : state.conversations;
    const { apps } = hostsOf(connection.environment);
    const choice = choiceHere(draft.customer, front);
    const isPageRead = state.page.state === 'read';
    const decision =
      conversations && deciding(about, conversations, choice, settings, apps, isPageRead);
    // Where a conversation says whom it is about, the page is not asked.
    const isOfPage = decision === undefined || decision.take === 'page';
    const told = decision ? fieldsOf(about, decision, settings) : about;
    const decided = isOfPage && people.length > 0 && !person ? quietly(told) : told;
    const contact = looksUpContacts(state) ? contactOf(decided, state.contacts) : undefined;
    const fields = contact ? knowing(decided, contact.found) : decided;
    const here = hereOf(front, decision);
    return { here, page, people, person, about, decision, isOfPage, fields, contact };
  };
}

/** What of the page counts now, with its address. */
function pageThatCounts(page: LauncherPage): ReturnType<typeof fieldsThatCount> & { url: string } {
  return {
    ...fieldsThatCount(page),
    url: page.state === 'reading' ? '' : page.document.address,
  };
}

type Offers = Readonly<Record<string, InputOffer>>;
type Mapping = Readonly<Record<string, string>> | undefined;

/** The conversation's customer; the person is asked where an input waits for them to choose. */
export function customerView(
  page: PageFields,
  decision: Decision,
  inputs: readonly FlowInput[],
  form: Form,
  offers: Offers,
  mapping: Mapping,
  settings: LauncherState['settings'],
): CustomerView {
  const all = () => mapInputs(inputs, fieldsFor(page, withAll(decision), settings), mapping);
  const isAsked = decision.take === 'neither' && waitsForChoice(inputs, form, offers, all());
  return { decision, onPage: customerOnPage(page), isAsked };
}

/** The people on the page, where the person chose one of them, or an input waits for them to choose. */
export function peopleView(
  page: Page,
  people: readonly PersonOfPage[],
  chosen: PersonOfPage | undefined,
  inputs: readonly FlowInput[],
  form: Form,
  offers: Offers,
  mapping: Mapping,
): PeopleView | undefined {
  const [first] = people;
  if (first === undefined || chosen) return chosen && { people, chosen, isAsked: false };
  const all = mapInputs(inputs, aboutPerson(page, first), mapping);
  const isAsked = waitsForChoice(inputs, form, offers, all);
  return isAsked ? { people, chosen, isAsked } : undefined;
}
