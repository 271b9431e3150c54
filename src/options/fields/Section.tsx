import { type ReactNode, useContext, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '../../ui/kit/Icon.tsx';
import { useText } from '../../ui/kit/text.ts';
import { SearchContext } from '../search.ts';

export const sectionIds = [
  'connections',
  'flows',
  'sites',
  'defaults',
  'appearance',
  'data',
  'rollout',
  'doctor',
  'about',
] as const;

type SectionId = (typeof sectionIds)[number];

interface SectionProps {
  id: SectionId;
  /** Set by the organization: shown, not to be changed. */
  locked?: boolean;
  children: ReactNode;
}

/** A part of the options with an address of its own (`#connections`), found by the words in it. */
export function Section({ id, locked = false, children }: SectionProps) {
  const text = useText();
  const query = useContext(SearchContext);
  const element = useRef<HTMLElement>(null);
  const [isHit, setHit] = useState(true);

  // After every drawing, because what is searched is what is drawn.
  useLayoutEffect(() => {
    const words = element.current?.textContent?.toLowerCase() ?? '';
    setHit(query === '' || query.split(/\s+/).every((word) => words.includes(word)));
  });

  return (
    <section id={id} ref={element} aria-labelledby={`${id}-title`} hidden={!isHit}>
      <header className="section-head">
        <h2 id={`${id}-title`}>{text(`options_section_${id}`)}</h2>
        {locked && <LockedMark />}
        <p className="soft">{text(`options_section_${id}_hint`)}</p>
      </header>
      <div className="section-body">{children}</div>
    </section>
  );
}

/** Beside what an administrator has set. */
export function LockedMark() {
  const text = useText();
  return (
    <span className="locked">
      <Icon name="lock" />
      {text('options_locked')}
    </span>
  );
}
