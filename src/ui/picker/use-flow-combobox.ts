import { useDeferredValue, useMemo, useState } from 'react';
import type { FlowChoice, FlowHit, FlowSearch } from '../../core/flow/search.ts';

/** How many flows are drawn at first, and how many more whenever the person scrolls near their end. */
const portion = 20;

/** How many flows are drawn at most: people do not read further, and typing finds the rest. */
const most = 600;

/** An action for a typed text that is no flow of the list, such as a flow's ID. */
export interface PickerAction {
  /** The action's label for a text; undefined where it does not apply. */
  readonly labelFor: (query: string) => string | undefined;
  readonly onChoose: (query: string) => void;
}

export interface Combobox {
  readonly open: boolean;
  /** What the person has typed; undefined before that, while the field shows the chosen flow's name. */
  readonly query: string | undefined;
  readonly hits: readonly FlowHit[];
  /** How many flows match, drawn or not. */
  readonly total: number;
  /** The action's label; undefined where it does not apply. Its option comes after the hits. */
  readonly actionLabel: string | undefined;
  /** The place of the highlighted option; -1 for none. */
  readonly active: number;
  readonly type: (query: string) => void;
  readonly show: () => void;
  readonly close: () => void;
  readonly move: (by: number) => void;
  /** Takes a drawn option by its place, as a click does. */
  readonly choose: (place: number) => void;
  /** Takes the highlighted option, as Enter does, also before it is drawn. */
  readonly enter: () => void;
  /** Draws more hits, if there are more. */
  readonly extend: () => void;
}

interface Options {
  search: () => FlowSearch;
  /** The flow at which the list opens. */
  chosenId: string | undefined;
  action: PickerAction | undefined;
  onChoose: (flow: FlowChoice) => void;
}

/** The state of the flow picker, apart from how it is drawn. */
export function useFlowCombobox({ search, chosenId, action, onChoose }: Options): Combobox {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState<string>();
  const [place, setPlace] = useState(0);
  const [limit, setLimit] = useState(portion);

  // The typed text shows at once. Its hits are drawn afterwards, at low priority, so that the next key can interrupt.
  const searched = useDeferredValue(query);
  const { hits, total } = useMemo(
    () => (open ? search()(searched ?? '', limit) : { hits: [], total: 0 }),
    [search, open, searched, limit],
  );
  const typed = query?.trim() ?? '';
  const actionLabel = open && typed !== '' ? action?.labelFor(typed) : undefined;
  const last = hits.length - (actionLabel === undefined ? 1 : 0);
  const active = Math.min(place, last);

  const extend = () => setLimit((now) => Math.min(Math.max(now, hits.length) + portion, most));
  const show = () => {
    if (open) return;
    const at = placeOf(chosenId, search);
    setOpen(true);
    setPlace(at);
    setLimit(at + portion);
  };
  const close = () => {
    setOpen(false);
    setQuery(undefined);
  };
  const move = (by: number) => {
    const next = Math.min(Math.max(active + by, 0), last);
    setPlace(next);
    if (next >= hits.length - 8 && hits.length < total) extend();
  };
  const take = (hit: FlowHit | undefined) => {
    if (hit !== undefined) {
      if (hit.flow.cannotLaunch !== undefined) return;
      onChoose(hit.flow);
    } else if (actionLabel !== undefined) {
      action?.onChoose(typed);
    } else {
      return;
    }
    close();
  };
  const choose = (drawn: number) => take(hits[drawn]);
  // Enter may come before the hits are drawn, and must not take a flow that no longer matches.
  const enter = () => take((searched === query ? hits : search()(query ?? '', limit).hits)[active]);
  const type = (next: string) => {
    setQuery(next);
    setOpen(true);
    setPlace(0);
    setLimit(portion);
  };
  return {
    ...{ open, query, hits, total, actionLabel, active },
    ...{ type, show, close, move, choose, enter, extend },
  };
}

/** The place of a flow in the list of all; 0 where it is not in the list, or too far down. */
function placeOf(flowId: string | undefined, search: () => FlowSearch): number {
  if (flowId === undefined) return 0;
  return Math.max(
    search()('', most).hits.findIndex(({ flow }) => flow.id === flowId),
    0,
  );
}
