import { launches } from './state-launches.ts';

const flows = ['Request callback', 'Send survey', 'Customer lookup', 'Create ticket'];
const numbers = ['+15550199888', '+493023125555', '+14155552671', '+33144556677', '+81355550123'];
const minute = 60_000;

/** A day's launches of one person, as they are kept: by their keys in storage. */
export function historyOf(connection: object): Record<string, unknown> {
  const records = launches.flatMap(({ launch }) => (launch ? [launch as HistoryRecord] : []));
  return Object.fromEntries(
    records
      // What has not ended would be followed.
      .filter(({ state }) => !['sending', 'launched', 'running', 'unknown'].includes(state))
      .flatMap((record) => [record, record])
      .map((record, place) => {
        const id = `${flows.length}d9e6f1a-1111-4222-8333-4444555566${10 + place}`;
        const ago = place * 23 * minute;
        const times = Object.entries(record.times).map(([name, at]) => [name, at - ago]);
        const launch = {
          ...record,
          id,
          connection,
          flow: { id: `flow-${place % flows.length}`, name: flows[place % flows.length] },
          inputs: { 'Flow.customerNumber': numbers[place % numbers.length] },
          times: Object.fromEntries(times),
        };
        return [`launch ${id}`, launch];
      }),
  );
}

interface HistoryRecord {
  state: string;
  times: Record<string, number>;
}
