import './picker.css';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { type FlowChoice, type FlowSearch, flowSearch } from '../../core/flow/search.ts';
import { formatCount } from '../kit/format.ts';
import { Icon } from '../kit/Icon.tsx';
import { later } from '../kit/later.ts';
import { Spinner } from '../kit/Spinner.tsx';
import { useText } from '../kit/text.ts';
import { type Combobox, type PickerAction, useFlowCombobox } from './use-flow-combobox.ts';
import { useLaunchTakesFlow } from './use-launch-takes-flow.ts';

const useFlowOptions = later(async () => (await import('./FlowOptions.tsx')).FlowOptions);

interface FlowPickerProps {
  /** Must be the same array as long as the flows are the same, because the search keeps an index of it. */
  flows: readonly FlowChoice[];
  /** The chosen flow, which need not be in the list. */
  chosen?: { readonly id: string; readonly name: string } | undefined;
  onChoose: (flow: FlowChoice) => void;
  /** Undefined where the policy says which flows are pinned. */
  onPin?:
    | ((flow: { readonly id: string; readonly name: string }, pinned: boolean) => void)
    | undefined;
  action?: PickerAction | undefined;
  /** How many of all flows Kickoff has read, while it reads more. */
  progress?: { readonly read: number; readonly total: number } | undefined;
  /** What an empty list says: why it is empty, and what to do. */
  emptyText?: string | undefined;
  autoFocus?: boolean;
}

/**
 * A combobox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/) named `Flow`. It searches thousands of flows as the
 * person types, and draws only those near the visible part of the list.
 */
export function FlowPicker(props: FlowPickerProps) {
  const { flows, chosen, onChoose, onPin, action, progress, emptyText, autoFocus } = props;
  const text = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const search = useFlowSearch(flows);
  const box = useFlowCombobox({ search, chosenId: chosen?.id, action, onChoose });
  useLaunchTakesFlow(box.open, box.enter);
  const FlowOptions = useFlowOptions(box.open);
  const name = chosen?.name;
  const isTyped = box.query !== undefined;
  // Typing replaces the name in the field, also where the name comes while the field has the focus.
  useLayoutEffect(() => {
    const { current } = input;
    if (name !== undefined && !isTyped && current === document.activeElement) current?.select();
  }, [name, isTyped]);
  const isPinned = flows.find((flow) => flow.id === chosen?.id)?.pinned ?? false;
  const optionId = (place: number) => `${id}-option-${place}`;

  return (
    <div className="picker">
      <div className="picker-head">
        <label className="field-label" htmlFor={id}>
          {text('picker_flow')}
        </label>
        <PickerState id={`${id}-state`} progress={progress} box={box} />
      </div>
      <div className="picker-box" data-open={box.open || undefined}>
        <Icon name="search" />
        <input
          ref={input}
          id={id}
          className="control picker-input"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={box.open}
          aria-controls={`${id}-list`}
          aria-activedescendant={box.open && box.active >= 0 ? optionId(box.active) : undefined}
          aria-describedby={`${id}-state`}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the popup opens to choose a flow, and this is where that begins
          autoFocus={autoFocus}
          placeholder={text('picker_placeholder')}
          value={box.query ?? chosen?.name ?? ''}
          // Not onChange, which React does not call where a paste puts in the same text that stands there.
          onInput={(event) => box.type(event.currentTarget.value)}
          onChange={nothing}
          onClick={() => box.show()}
          onFocus={(event) => event.target.select()}
          onBlur={() => box.close()}
          onKeyDown={(event) => {
            // Once a flow is chosen, Alt+↓ belongs to its form.
            const isOfForm = event.altKey && chosen !== undefined && !box.open;
            if (!isOfForm) onKeyDown(event, box);
          }}
        />
        {progress ? <Spinner /> : <Icon name="chevron" />}
      </div>
      {/* Only once the flow's name is known. */}
      {onPin && chosen && chosen.name !== '' && chosen.name !== chosen.id && (
        <Pin isPinned={isPinned} onPin={(pinned) => onPin(chosen, pinned)} />
      )}
      {box.open && FlowOptions && (
        <FlowOptions
          id={`${id}-list`}
          optionId={optionId}
          box={box}
          chosenId={chosen?.id}
          onPin={onPin}
          emptyText={flows.length === 0 ? emptyText : undefined}
        />
      )}
    </div>
  );
}

interface PickerStateProps extends Pick<FlowPickerProps, 'progress'> {
  id: string;
  box: Combobox;
}

/** How many flows Kickoff has read so far and, for screen readers, how many match. */
function PickerState({ id, progress, box }: PickerStateProps) {
  const text = useText();
  return (
    <p id={id} role="status" className="picker-state">
      {progress &&
        text('picker_progress', {
          read: formatCount(progress.read),
          total: formatCount(progress.total),
        })}
      <span className="for-ears">
        {box.open &&
          box.query !== undefined &&
          text('picker_found', { count: formatCount(box.total) })}
      </span>
    </p>
  );
}

/** The star that pins the chosen flow. */
function Pin({ isPinned, onPin }: { isPinned: boolean; onPin: (pinned: boolean) => void }) {
  const text = useText();
  return (
    <button
      type="button"
      className="picker-pin"
      title={text('picker_pin')}
      aria-pressed={isPinned}
      onClick={() => onPin(!isPinned)}
    >
      <Icon name="star" />
    </button>
  );
}

/** React requires `onChange` on a controlled field. */
function nothing(): void {}

/** The search over the flows. Its index is built at the first search, or else once the browser is idle. */
function useFlowSearch(flows: readonly FlowChoice[]): () => FlowSearch {
  const search = useMemo(() => {
    let made: FlowSearch | undefined;
    return () => {
      made ??= flowSearch(flows);
      return made;
    };
  }, [flows]);
  useEffect(() => {
    const rest = requestIdleCallback(search);
    return () => cancelIdleCallback(rest);
  }, [search]);
  return search;
}

function onKeyDown(event: KeyboardEvent, box: Combobox): void {
  if (event.nativeEvent.isComposing) return;
  if (event.ctrlKey || event.metaKey) {
    // While the list is open, the key of `Launch` takes the highlighted flow and launches nothing.
    if (event.key !== 'Enter' || !box.open) return;
    event.preventDefault();
    event.stopPropagation();
    box.enter();
    return;
  }
  switch (event.key) {
    case 'ArrowDown':
      if (box.open) box.move(1);
      else box.show();
      break;
    case 'ArrowUp':
      if (box.open) box.move(-1);
      else box.show();
      break;
    case 'PageDown':
      box.move(8);
      break;
    case 'PageUp':
      box.move(-8);
      break;
    case 'Enter':
      if (!box.open) return;
      box.enter();
      break;
    case 'Escape':
      // Chrome closes the whole popup on an Escape whose default the page does not prevent.
      if (!box.open) return;
      box.close();
      break;
    default:
      return;
  }
  event.preventDefault();
}
