import { type MouseEvent, type ReactNode, type UIEvent, useLayoutEffect, useRef } from 'react';
import type { FlowChoice, FlowHit } from '../../core/flow/search.ts';
import { formatCount } from '../kit/format.ts';
import { Icon } from '../kit/Icon.tsx';
import { useText } from '../kit/text.ts';
import { FlowOption } from './FlowOption.tsx';
import type { Combobox } from './use-flow-combobox.ts';

interface FlowOptionsProps {
  id: string;
  optionId: (place: number) => string;
  box: Combobox;
  chosenId: string | undefined;
  onPin: ((flow: FlowChoice, pinned: boolean) => void) | undefined;
  emptyText: string | undefined;
}

/** The list under the flow picker. A click here leaves the focus in the text box. */
export function FlowOptions({ id, optionId, box, chosenId, onPin, emptyText }: FlowOptionsProps) {
  const text = useText();
  const list = useRef<HTMLDivElement>(null);
  const { hits, total, active, actionLabel } = box;

  useLayoutEffect(() => {
    const option = list.current?.querySelector('[data-active]');
    if (active >= 0) option?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onScroll = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: UIEvent) => {
    if (hits.length < total && scrollTop + 2 * clientHeight > scrollHeight) box.extend();
  };
  // One handler for all options, so that a new handler does not draw every option again.
  const onClick = ({ target }: MouseEvent) => {
    if (!(target instanceof Element)) return;
    const option = target.closest<HTMLElement>('[data-place]');
    const place = Number(option?.dataset.place);
    const hit = hits[place];
    if (onPin && hit && target.closest('[data-star]')) onPin(hit.flow, !hit.flow.pinned);
    else if (option) box.choose(place);
  };
  const isEmpty = hits.length === 0 && actionLabel === undefined;
  const isBrowsing = (box.query ?? '').trim() === '';

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps a click from taking the focus
    <div className="picker-popup" onMouseDown={(event) => event.preventDefault()}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the text box takes the keys, as in every combobox */}
      <div
        ref={list}
        id={id}
        role="listbox"
        tabIndex={-1}
        aria-label={text('picker_suggestions')}
        className="picker-list"
        onScroll={onScroll}
        onClick={onClick}
      >
        {groupsOf(hits, isBrowsing).map(({ heading, from, of }) => (
          <Group key={heading ?? ''} heading={heading}>
            {of.map((hit, index) => (
              <FlowOption
                key={hit.flow.id}
                id={optionId(from + index)}
                hit={hit}
                active={from + index === active}
                chosen={hit.flow.id === chosenId}
                place={from + index}
                among={total}
                canPin={onPin !== undefined}
              />
            ))}
          </Group>
        ))}
        {actionLabel !== undefined && (
          <ActionOption
            id={optionId(hits.length)}
            place={hits.length}
            active={active === hits.length}
            label={actionLabel}
          />
        )}
      </div>
      {isEmpty && <p className="picker-empty">{emptyText ?? text('picker_none')}</p>}
      {hits.length < total && (
        <p className="picker-more">
          {text('picker_more', { shown: formatCount(hits.length), total: formatCount(total) })}
        </p>
      )}
    </div>
  );
}

/** Options under a heading, which names their group. */
function Group({ heading, children }: { heading: Heading | undefined; children: ReactNode }) {
  const text = useText();
  if (heading === undefined) return children;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list box has groups, no fieldsets
    <div role="group" aria-label={text(heading)}>
      <div aria-hidden="true" className="picker-heading">
        {text(heading)}
      </div>
      {children}
    </div>
  );
}

interface ActionOptionProps {
  id: string;
  place: number;
  active: boolean;
  label: string;
}

/** What can be done with a typed text that is no flow of the list. */
function ActionOption({ id, place, active, label }: ActionOptionProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={false}
      data-active={active || undefined}
      data-place={place}
      className="picker-option picker-action"
    >
      <Icon name="plus" />
      <span>{label}</span>
    </div>
  );
}

type Heading = 'picker_pinned' | 'picker_recent' | 'picker_all';

interface HitGroup {
  heading: Heading | undefined;
  /** The place of its first hit in the list. */
  from: number;
  of: FlowHit[];
}

/** The hits in groups. While the person searches, or where no flow is pinned or recent, there is one without a heading. */
function groupsOf(hits: readonly FlowHit[], isBrowsing: boolean): HitGroup[] {
  const [first] = hits;
  if (!isBrowsing || first === undefined || groupOf(first) === 'picker_all') {
    return [{ heading: undefined, from: 0, of: [...hits] }];
  }
  const groups: HitGroup[] = [];
  for (const [from, hit] of hits.entries()) {
    const heading = groupOf(hit);
    const last = groups.at(-1);
    if (last?.heading === heading) last.of.push(hit);
    else groups.push({ heading, from, of: [hit] });
  }
  return groups;
}

function groupOf({ flow }: FlowHit): Heading {
  if (flow.pinned) return 'picker_pinned';
  return flow.recent !== undefined && flow.cannotLaunch === undefined
    ? 'picker_recent'
    : 'picker_all';
}
