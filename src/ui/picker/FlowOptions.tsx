import {
  type MouseEvent,
  memo,
  type ReactNode,
  type UIEvent,
  useLayoutEffect,
  useRef,
} from 'react';
import type { FlowChoice, FlowHit } from '../../core/flow/search.ts';
import { formatCount } from '../kit/format.ts';
import { Icon } from '../kit/Icon.tsx';
import { useText } from '../kit/text.ts';
import { Highlight } from './Highlight.tsx';
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
          <div
            id={optionId(hits.length)}
            role="option"
            tabIndex={-1}
            aria-selected={false}
            data-active={active === hits.length || undefined}
            data-place={hits.length}
            className="picker-option picker-action"
          >
            <Icon name="plus" />
            <span>{actionLabel}</span>
          </div>
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

interface FlowOptionProps {
  id: string;
  hit: FlowHit;
  active: boolean;
  chosen: boolean;
  place: number;
  /** How many flows match in all, drawn or not. */
  among: number;
  canPin: boolean;
}

const FlowOption = memo(
  function FlowOption({
    id,
    hit: { flow, ranges },
    active,
    chosen,
    place,
    among,
    canPin,
  }: FlowOptionProps) {
    const text = useText();
    const why = flow.cannotLaunch;
    const about =
      flow.serverName === undefined
        ? (flow.description ?? flow.division)
        : text('picker_named', { name: flow.serverName });
    return (
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={chosen}
        aria-setsize={among}
        aria-posinset={place + 1}
        aria-disabled={why !== undefined || undefined}
        data-active={active || undefined}
        data-place={place}
        className="picker-option"
      >
        <span className="picker-mark">
          {chosen ? <Icon name="check" /> : flow.pinned ? <Icon name="pin" /> : null}
        </span>
        <span className="picker-name">
          <Highlight text={flow.name} ranges={ranges} />
        </span>
        {why !== undefined && (
          <span className="picker-why">
            {text(`picker_cannot_${why === 'not-workflow' ? 'not_workflow' : why}`)}
          </span>
        )}
        {canPin && (
          // Only for the pointer: with keys, the button beside the chosen flow does the same.
          <span
            className="picker-star"
            data-star
            data-on={flow.pinned || undefined}
            title={text('picker_pin')}
            aria-hidden="true"
          >
            <Icon name="star" />
          </span>
        )}
        {about && (
          <span className="picker-about">
            <bdi>{about}</bdi>
          </span>
        )}
      </div>
    );
  },
  (one, other) =>
    one.id === other.id &&
    one.active === other.active &&
    one.among === other.among &&
    one.chosen === other.chosen &&
    one.canPin === other.canPin &&
    one.hit.flow === other.hit.flow &&
    String(one.hit.ranges) === String(other.hit.ranges),
);

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
