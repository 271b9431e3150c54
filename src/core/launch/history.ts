import { fold } from '../base/fold.ts';
import { mayBeBy } from '../session/person.ts';
import type { Launch, LaunchState } from './launch.ts';
import { withoutCustomerData } from './without-customer-data.ts';

/** Which launches the history shows. An absent name does not filter. */
export interface HistoryFilter {
  /** Found in the flow's name, the inputs, the execution's or conversation's id or what went wrong, whatever its case. */
  text: string;
  state: LaunchState | undefined;
  flowId: string | undefined;
  /** About the conversation that the form is about, where it is about one. */
  isOfConversation: boolean;
  /** Launched at most so long ago, in milliseconds. */
  age: number | undefined;
}

/** The filter that leaves every launch. */
export const wholeHistory: HistoryFilter = {
  text: '',
  state: undefined,
  flowId: undefined,
  isOfConversation: false,
  age: undefined,
};

/** Launches with the newest first. */
export function newestFirst(launches: Iterable<Launch>): Launch[] {
  return [...launches].sort((a, b) => b.times.created - a.times.created);
}

/** Who may be using the computer. */
export interface AtComputer {
  /** Who was signed in last to each connection, by the connection's key. */
  lastPersons: ReadonlyMap<string, string>;
  /** The keys of the connections that have a signed-in person now. */
  signedIn: ReadonlySet<string>;
}

/** Whether the person at the computer made a launch, as far as is known. */
export function isOwn(
  { lastPersons }: Pick<AtComputer, 'lastPersons'>,
  { by, connection }: Pick<Launch, 'by' | 'connection'>,
): boolean {
  return mayBeBy(by?.person, lastPersons.get(connection.key));
}

/**
 * The launches that the person at the computer may see: their own, and those whose person is not known.
 * A launch that another person made over the same connection is left out. While a connection has no signed-in
 * person, its launches are shown without the customer's data.
 */
export function launchesFor(atComputer: AtComputer, launches: readonly Launch[]): Launch[] {
  const own = launches.filter((launch) => isOwn(atComputer, launch));
  return own.map((launch) =>
    atComputer.signedIn.has(launch.connection.key) ? launch : withoutCustomerData(launch),
  );
}

/** The last launches that failed or whose outcome is unknown, the newest first. */
export function lastFailures(launches: readonly Launch[], most: number): Launch[] {
  const wrong = launches.filter(({ state }) => failures.includes(state));
  return newestFirst(wrong).slice(0, most);
}

const failures: readonly Launch['state'][] = ['failed', 'error', 'refused', 'unknown'];

/** What a filter goes by beside the launches: the time, in milliseconds since 1970, and the form's conversation. */
interface Present {
  now: number;
  conversationId: string | undefined;
}

/** The launches that a filter leaves, in their order. */
export function filterHistory(
  launches: readonly Launch[],
  filter: HistoryFilter,
  { now, conversationId }: Present,
): Launch[] {
  const { state, flowId, isOfConversation, age } = filter;
  const wanted = isOfConversation ? conversationId : undefined;
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  return launches.filter((launch) => {
    if (state !== undefined && launch.state !== state) return false;
    if (flowId !== undefined && launch.flow.id !== flowId) return false;
    if (wanted !== undefined && launch.conversationId !== wanted) return false;
    if (age !== undefined && launch.times.created < now - age) return false;
    if (words.length === 0) return true;
    const searched = searchedText(launch);
    return words.every((word) => searched.includes(word));
  });
}

/** The flows that a history has, by name. */
export function flowsOf(launches: readonly Launch[]): Launch['flow'][] {
  const flows = new Map(launches.map(({ flow }) => [flow.id, flow]));
  return [...flows.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function searchedText({ flow, inputs, execution, failure, instances, ...launch }: Launch): string {
  const values = Object.values(inputs ?? {}).map((value) =>
    typeof value === 'string' ? value : JSON.stringify(value),
  );
  const ids = [execution?.id, launch.conversationId, ...(instances ?? []).map(({ id }) => id)];
  const said = [failure?.params.message, execution?.errorInfo?.message];
  const { customer, page } = launch;
  const who = [customer?.name, customer?.number, page?.title, page?.address];
  return fold([flow.name, ...values, ...who, ...ids, ...said].join(' '));
}
