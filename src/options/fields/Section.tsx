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
  /** Whether a policy sets all of it, so that the person can only see it. */
  locked?: boolean;
  children: ReactNode;
}

/** A section of the options. It has an address of its own (`#connections`), and a search finds it by its words. */
export function Section({ id, locked = false, children }: SectionProps) {
  const text = useText();
  const query = useContext(SearchContext);
  const element = useRef<HTMLElement>(null);
  const [isHit, setHit] = useState(true);

  // After every render, because the search looks in the words that are drawn.
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

/** The mark beside what a policy sets. */
export function LockedMark() {
  const text = useText();
  return (
    <span className="locked">
      <Icon name="lock" />
      {text('options_locked')}
    </span>
  );
}
