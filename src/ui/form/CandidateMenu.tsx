import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
} from 'react';
import { Icon } from '../kit/Icon.tsx';
import { useText } from '../kit/text.ts';

/** A value that could stand in a field instead. */
export interface CandidateView {
  readonly value: string;
  /** As people write it. */
  readonly shown: string;
  /** Where it was found, in words. */
  readonly from: string;
  /** Set off from those above it: found as something else. */
  readonly apart?: boolean | undefined;
}

interface CandidateMenuProps {
  /** Of the field's label; the names here leave it out, so that it is the name of the control only. */
  labelId: string;
  candidates: readonly CandidateView[];
  current: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  onChoose: (value: string) => void;
  /** What the menu button says: where the present value is from, or that there is something. */
  children: string;
  /** Nothing of the page is in the field. */
  offer: boolean;
  /** Takes the focus back when the menu closes by keyboard. */
  control: RefObject<HTMLElement | null>;
}

/** Where a value came from, and what else the page has: a menu of values to take instead. */
export function CandidateMenu(props: CandidateMenuProps) {
  const { labelId, candidates, current, open, onOpen, onChoose, children, offer, control } = props;
  const text = useText();
  const id = useId();
  const chip = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    // A person who opens it wants another value: Enter takes the next best.
    const other = menu.current?.querySelector<HTMLElement>('[aria-checked="false"]');
    (other ?? menu.current?.querySelector<HTMLElement>('[role]'))?.focus();
  }, [open]);

  const close = () => {
    onOpen(false);
    control.current?.querySelector<HTMLElement>('.control, .box')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // Chrome closes the whole popup on an Escape that the page leaves to it.
      event.preventDefault();
      close();
    } else if (event.key === 'Tab') {
      onOpen(false);
    } else if (moves[event.key] !== undefined) {
      event.preventDefault();
      move(menu.current, moves[event.key] ?? 0);
    }
  };
  const onBlur = (event: FocusEvent) => {
    const isOnward = event.currentTarget.contains(event.relatedTarget);
    // A click on the chip closes the menu by itself.
    if (!isOnward && event.relatedTarget !== chip.current) onOpen(false);
  };

  return (
    <div className="candidates">
      <button
        ref={chip}
        type="button"
        className={offer ? 'chip chip-offer' : 'chip'}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-describedby={labelId}
        title={text('candidates_hint')}
        onClick={() => onOpen(!open)}
      >
        <span>{children}</span>
        <span className="for-ears">{text('candidates_open')}</span>
        <Icon name="chevron" />
      </button>
      {open && (
        <div
          ref={menu}
          id={id}
          role="menu"
          tabIndex={-1}
          aria-label={text('candidates_open')}
          aria-describedby={labelId}
          className="menu"
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        >
          {candidates.map((candidate) => (
            <button
              key={candidate.value}
              type="button"
              role="menuitemradio"
              aria-checked={candidate.value === current}
              tabIndex={-1}
              className={candidate.apart ? 'menu-item menu-apart' : 'menu-item'}
              onClick={() => {
                onChoose(candidate.value);
                close();
              }}
            >
              <Icon name="check" />
              <span className="menu-value">{candidate.shown}</span>
              <span className="menu-from">{candidate.from}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** By how many items a key moves; beyond either end stays at that end. */
const moves: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function move(menu: HTMLElement | null, by: number): void {
  const items = [...(menu?.querySelectorAll<HTMLElement>('[role="menuitemradio"]') ?? [])];
  const at = items.findIndex((item) => item.matches(':focus'));
  items[Math.min(Math.max(at + by, 0), items.length - 1)]?.focus();
}
