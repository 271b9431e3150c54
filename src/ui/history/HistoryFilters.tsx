import { flowsOf, type HistoryFilter } from '../../core/launch/history.ts';
import { type Launch, launchStates } from '../../core/launch/launch.ts';
import { useText } from '../kit/text.ts';

interface HistoryFiltersProps {
  launches: readonly Launch[];
  filter: HistoryFilter;
  /** Whether the form is about a conversation. */
  hasConversation: boolean;
  onFilter: (filter: HistoryFilter) => void;
}

const hour = 3_600_000;
const spans = { hour, day: 24 * hour, week: 7 * 24 * hour } as const;
const spanNames = Object.keys(spans) as (keyof typeof spans)[];

/** The controls that filter the history: by words, flow, state, time and the conversation of the form. */
export function HistoryFilters(props: HistoryFiltersProps) {
  const { launches, filter, hasConversation, onFilter } = props;
  const text = useText();
  return (
    <search className="history-filters">
      <input
        type="search"
        className="control"
        aria-label={text('history_search')}
        placeholder={text('history_search')}
        value={filter.text}
        onChange={({ target }) => onFilter({ ...filter, text: target.value })}
      />
      <select
        className="control control-select"
        aria-label={text('history_flow')}
        value={filter.flowId ?? ''}
        onChange={({ target }) => onFilter({ ...filter, flowId: target.value || undefined })}
      >
        <option value="">{text('history_all_flows')}</option>
        {flowsOf(launches).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        className="control control-select"
        aria-label={text('history_state')}
        value={filter.state ?? ''}
        onChange={({ target }) => {
          const state = launchStates.find((each) => each === target.value);
          onFilter({ ...filter, state });
        }}
      >
        <option value="">{text('history_all_states')}</option>
        {launchStates.map((state) => (
          <option key={state} value={state}>
            {text(`state_${state}`)}
          </option>
        ))}
      </select>
      <select
        className="control control-select"
        aria-label={text('history_time')}
        value={spanNames.find((span) => spans[span] === filter.age) ?? ''}
        onChange={({ target }) => {
          const span = spanNames.find((each) => each === target.value);
          onFilter({ ...filter, age: span && spans[span] });
        }}
      >
        <option value="">{text('history_any_time')}</option>
        {spanNames.map((span) => (
          <option key={span} value={span}>
            {text(`history_last_${span}`)}
          </option>
        ))}
      </select>
      {hasConversation && (
        <label className="row">
          <input
            type="checkbox"
            checked={filter.isOfConversation}
            onChange={({ target }) => onFilter({ ...filter, isOfConversation: target.checked })}
          />
          {text('history_this_conversation')}
        </label>
      )}
    </search>
  );
}
