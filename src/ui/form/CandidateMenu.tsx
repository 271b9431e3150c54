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

/** A value that the person may take for a field. */
export interface CandidateView {
  readonly value: string;
  /** As people write it. */
  readonly shown: string;
  /** Where Kickoff found it, in words. */
  readonly from: string;
  /** True where a line sets it off from those above it, because it belongs to another field of the page. */
  readonly apart?: boolean | undefined;
}

interface CandidateMenuProps {
  /** The ID of the field's label, which describes the menu; only the field's control is named by it. */
  labelId: string;
  candidates: readonly CandidateView[];
  current: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  onChoose: (value: string) => void;
  /** The words on the button: where the field's value is from, or that the page has values. */
  children: string;
  /** True where the field's value is not from the page, so that the button offers values. */
  offer: boolean;
  /** The element around the field's control, which gets the focus when the menu closes. */
  control: RefObject<HTMLElement | null>;
}

/** A button that says where a value came from and opens a menu of the other values. */
export function CandidateMenu(props: CandidateMenuProps) {
  const { labelId, candidates, current, open, onOpen, onChoose, children, offer, control } = props;
  const text = useText();
  const id = useId();
  const chip = useRef<HTMLButtonElement>(null);
  const close = () => {
    onOpen(false);
    control.current?.querySelector<HTMLElement>('.control, .box')?.focus();
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
        <Menu
          {...{ id, labelId, candidates, current, chip }}
          onChoose={(value) => {
            onChoose(value);
            close();
          }}
          onEscape={close}
          onLeave={() => onOpen(false)}
        />
      )}
    </div>
  );
}

interface MenuProps extends Pick<CandidateMenuProps, 'labelId' | 'candidates' | 'current'> {
  id: string;
  /** The button, a click on which closes the menu itself. */
  chip: RefObject<HTMLElement | null>;
  onChoose: (value: string) => void;
  onEscape: () => void;
  /** The focus goes elsewhere. */
  onLeave: () => void;
}

/** The open menu, which takes the focus. */
function Menu({ id, labelId, candidates, current, chip, ...on }: MenuProps) {
  const text = useText();
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // A person who opens the menu wants another value, so the focus goes to the next best one.
    const other = menu.current?.querySelector<HTMLElement>('[aria-checked="false"]');
    (other ?? menu.current?.querySelector<HTMLElement>('[role]'))?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // Chrome closes the whole popup on an Escape whose default the page does not prevent.
      event.preventDefault();
      on.onEscape();
    } else if (event.key === 'Tab') {
      on.onLeave();
    } else if (moves[event.key] !== undefined) {
      event.preventDefault();
      move(menu.current, moves[event.key] ?? 0);
    }
  };
  const onBlur = (event: FocusEvent) => {
    const isWithin = event.currentTarget.contains(event.relatedTarget);
    if (!isWithin && event.relatedTarget !== chip.current) on.onLeave();
  };
  return (
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
          onClick={() => on.onChoose(candidate.value)}
        >
          <Icon name="check" />
          <span className="menu-value">{candidate.shown}</span>
          <span className="menu-from">{candidate.from}</span>
        </button>
      ))}
    </div>
  );
}

/** By how many items a key moves the focus; the ends of the menu stop it. */
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
