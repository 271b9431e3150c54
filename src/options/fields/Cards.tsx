import './cards.css';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button, IconButton } from '../../ui/kit/Button.tsx';
import { useText } from '../../ui/kit/text.ts';
import { LockedMark } from './Section.tsx';

interface CardView {
  title: string;
  detail: string;
  marks?: readonly string[];
}

interface CardAction {
  label: string;
  onPress: () => void;
}

interface CardsProps {
  /** The name of the list, for screen readers. */
  label: string;
  cards: readonly CardView[];
  /** The place of the open entry; one past the end for a new entry. */
  open: number | undefined;
  onOpen: (place: number | undefined) => void;
  addLabel: string;
  emptyText: string;
  /** Moves an entry from one place to another. */
  onMove: (from: number, to: number) => void;
  /** Undefined where a copy of an entry makes no sense. */
  onCopy?: (place: number) => void;
  onRemove: (place: number) => void;
  /** A further button of an entry, which is gone once it is pressed. */
  action?: (place: number) => CardAction | undefined;
  /** Whether the person may only see the entries. */
  locked: boolean;
  /** How many entries at the beginning the person may only see, where they may change the others. */
  fixed?: number;
  /** The fields of the open entry. */
  children: (place: number) => ReactNode;
  /** What stands below the fields, and works also where they are locked. */
  after?: (place: number) => ReactNode;
}

/** A list of entries with names. One entry at a time is open for editing. */
export function Cards(props: CardsProps) {
  const { label, cards, open, onOpen, addLabel, emptyText, locked } = props;
  const isAdding = open !== undefined && open >= cards.length;
  // A new entry has its place from the start, so that nothing moves when it is saved.
  const shown = isAdding ? [...cards, { title: addLabel, detail: '' }] : cards;
  const root = useRef<HTMLDivElement>(null);
  /** Puts the focus where it belongs once the entries are drawn in their new places. */
  const focusNext = useRef<(root: HTMLElement | null) => void>(undefined);

  useEffect(() => {
    if (isAdding)
      root.current?.querySelector<HTMLElement>('.card-open :is(input, select)')?.focus();
  }, [isAdding]);

  useEffect(() => {
    focusNext.current?.(root.current);
    focusNext.current = undefined;
  });

  const onRemove = (place: number) => {
    focusNext.current = (list) => focusEntry(list, place);
    props.onRemove(place);
  };
  const onMove = (from: number, to: number) => {
    focusNext.current = (list) => focusMove(list, to, to < from ? 'up' : 'down');
    props.onMove(from, to);
  };
  const onAct = (place: number, { onPress }: CardAction) => {
    focusNext.current = (list) => focusEntry(list, place);
    onPress();
  };
  return (
    <div ref={root} className="cards-frame">
      {cards.length === 0 && !isAdding && <p className="soft">{emptyText}</p>}
      <ul className="cards" aria-label={label}>
        {shown.map((card, place) => (
          <Card
            // biome-ignore lint/suspicious/noArrayIndexKey: names change as they are typed, places do not
            key={place}
            {...props}
            {...{ onRemove, onMove, onAct }}
            card={card}
            place={place}
            isOpen={open === place}
          />
        ))}
      </ul>
      {!isAdding && !locked && (
        <div className="row cards-add">
          <Button icon="plus" onClick={() => onOpen(cards.length)}>
            {addLabel}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Focuses the entry at a place, whose pressed button or which itself may be gone, or the button that adds one. */
function focusEntry(list: HTMLElement | null, place: number): void {
  const titles = list?.querySelectorAll<HTMLElement>('.card-title') ?? [];
  const next = titles[Math.min(place, titles.length - 1)];
  (next ?? list?.querySelector<HTMLElement>('.cards-add button'))?.focus();
}

/** Focuses the button that moves a moved entry on, or at the end of the list the one that moves it back. */
function focusMove(list: HTMLElement | null, place: number, way: 'up' | 'down'): void {
  const card = list?.querySelectorAll('.card')[place];
  const on = card?.querySelector<HTMLElement>(`[data-move="${way}"]:enabled`);
  (on ?? card?.querySelector<HTMLElement>('[data-move]:enabled'))?.focus();
}

interface CardProps extends CardsProps {
  card: CardView;
  place: number;
  isOpen: boolean;
  onAct: (place: number, action: CardAction) => void;
}

function Card({ card, place, isOpen, onOpen, onAct, children, ...props }: CardProps) {
  const id = useId();
  const isLocked = props.locked || place < (props.fixed ?? 0);
  const isNew = place >= props.cards.length;
  const action = isNew ? undefined : props.action?.(place);
  return (
    <li className={isOpen ? 'card card-open' : 'card'}>
      <div className="card-head">
        <button
          type="button"
          className="card-title"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => onOpen(isOpen ? undefined : place)}
        >
          <strong>{card.title}</strong>
          <span className="soft small">{card.detail}</span>
        </button>
        {card.marks?.map((mark) => (
          <span key={mark} className="mark">
            {mark}
          </span>
        ))}
        <div className="card-actions">
          {action && (
            <Button variant="quiet" onClick={() => onAct(place, action)}>
              {action.label}
            </Button>
          )}
          {isLocked && !props.locked && <LockedMark />}
          {!isLocked && !isNew && <CardActions {...props} card={card} place={place} />}
        </div>
      </div>
      {isOpen && (
        <div className="card-body" id={id}>
          <fieldset className="plain" disabled={isLocked}>
            {children(place)}
          </fieldset>
          {props.after?.(place)}
        </div>
      )}
    </li>
  );
}

type CardActionsProps = Omit<CardProps, 'isOpen' | 'onOpen' | 'onAct' | 'children'>;

function CardActions({
  card,
  place,
  cards,
  fixed = 0,
  onMove,
  onCopy,
  onRemove,
}: CardActionsProps) {
  const text = useText();
  const name = { name: card.title };
  return (
    <>
      <IconButton
        icon="up"
        data-move="up"
        label={text('card_up', name)}
        disabled={place === fixed}
        onClick={() => onMove(place, place - 1)}
      />
      <IconButton
        icon="chevron"
        data-move="down"
        label={text('card_down', name)}
        disabled={place === cards.length - 1}
        onClick={() => onMove(place, place + 1)}
      />
      {onCopy && (
        <IconButton icon="copy" label={text('card_copy', name)} onClick={() => onCopy(place)} />
      )}
      <IconButton icon="cross" label={text('card_remove', name)} onClick={() => onRemove(place)} />
    </>
  );
}
