import type { Failure } from '../base/failure.ts';
import { type ChoiceSearch, choiceSearch, choicesOf } from '../lookup/choices.ts';
import type { DataTable } from '../lookup/table.ts';
import { type ConfiguredFlow, connectionInUse } from '../settings/settings.ts';
import { type Step, still } from './happening.ts';
import type { LauncherState } from './launcher.ts';

/** What an input can be chosen from: the rows of a data table. */
export interface InputChoices {
  /** Undefined until the rows were read. */
  readonly find: ChoiceSearch | undefined;
  /** Why there are none; anything can be typed all the same. */
  readonly failure: Failure | undefined;
  /** How many rows were read of a table that has more; undefined where all were read. */
  readonly cutAfter: number | undefined;
}

/** The choices of a flow's inputs, by the inputs' names. */
export function choicesFor(
  sources: ConfiguredFlow['choices'],
  tables: Readonly<Record<string, DataTable>>,
): Readonly<Record<string, InputChoices>> {
  const choices = Object.entries(sources ?? {}).map(([input, source]): [string, InputChoices] => {
    const table = tables[source.table];
    const find = table && choiceSearch(choicesOf(table.rows, source));
    const isCut = table && !table.complete && !table.failure;
    return [
      input,
      { find, failure: table?.failure, cutAfter: isCut ? table.rows.length : undefined },
    ];
  });
  return Object.fromEntries(choices);
}

/** Reads the rows that an input of the chosen flow is chosen from. The worker keeps them for a while. */
export function wantChoices(state: LauncherState, input: string): Step {
  const connection = connectionInUse(state.settings);
  const flow = connection?.flows.find(({ id }) => id === state.draft.flowId);
  const { choices = {} } = flow ?? {};
  const source = Object.hasOwn(choices, input) ? choices[input] : undefined;
  if (connection === undefined || source === undefined || state.session === undefined) {
    return still(state);
  }
  const question = { connection: connection.name, tableId: source.table };
  return { state, effects: [{ do: 'ask', ask: 'readTable', question, shown: false }] };
}
