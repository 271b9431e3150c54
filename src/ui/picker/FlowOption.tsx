import { memo } from 'react';
import type { FlowHit } from '../../core/flow/search.ts';
import { Icon } from '../kit/Icon.tsx';
import { useText } from '../kit/text.ts';
import { Highlight } from './Highlight.tsx';

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

/** One flow of the list; it is drawn again only where something in it is another. */
export const FlowOption = memo(
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
          <span className="picker-about" title={about}>
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
