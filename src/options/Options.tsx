import { useDeferredValue, useState } from 'react';
import { isOffered } from '../core/managed.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useText } from '../ui/text.ts';
import { AboutSection } from './AboutSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { ConnectionsSection } from './ConnectionsSection.tsx';
import { DataSection } from './DataSection.tsx';
import { DefaultsSection } from './DefaultsSection.tsx';
import { DoctorSection } from './DoctorSection.tsx';
import { FlowsSection } from './FlowsSection.tsx';
import { PartProblems } from './PartProblems.tsx';
import { sectionIds } from './Section.tsx';
import { SettingsAside } from './SettingsAside.tsx';
import { SitesSection } from './SitesSection.tsx';
import { SearchContext } from './search.ts';
import { useAddress } from './use-address.ts';
import { type SettingsDesk, useSettings } from './use-settings.ts';

export function Options() {
  const text = useText();
  const desk = useSettings();
  const [query, setQuery] = useState('');
  const searched = useDeferredValue(query.trim().toLowerCase());
  useAddress(desk !== undefined);
  if (desk === undefined) return null;
  const { problems } = desk.effective.policy;
  const hasDoctor = isOffered(desk.effective, 'doctor');
  return (
    <div className="options">
      <nav className="options-nav" aria-label={text('options_sections')}>
        <h1>{text('extensionName')}</h1>
        <input
          className="control"
          type="search"
          aria-label={text('options_search')}
          placeholder={text('options_search')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <ul>
          {sectionIds
            .filter((id) => id !== 'doctor' || hasDoctor)
            .map((id) => (
              <li key={id}>
                <a href={`#${id}`}>{text(`options_section_${id}`)}</a>
              </li>
            ))}
        </ul>
        <Saving {...desk} />
      </nav>
      <main className="options-main">
        <SettingsAside />
        {problems.length > 0 && (
          <Notice tone="warn" title={text('policy_problems')}>
            <PartProblems problems={problems} />
          </Notice>
        )}
        <SearchContext value={searched}>
          <ConnectionsSection {...desk} />
          <FlowsSection {...desk} />
          <SitesSection {...desk} />
          <DefaultsSection {...desk} />
          <AppearanceSection {...desk} />
          <DataSection {...desk} />
          {hasDoctor && <DoctorSection />}
          <AboutSection effective={desk.effective} />
        </SearchContext>
        {searched !== '' && <p className="soft options-no-hit">{text('options_no_hit')}</p>}
      </main>
    </div>
  );
}

/** Whether what was typed is kept, and the way back. */
function Saving({ saving, undo }: SettingsDesk) {
  const text = useText();
  return (
    <div className="saving">
      {saving === 'failed' && (
        <div role="alert">
          <Notice tone="bad">{text('options_not_saved')}</Notice>
        </div>
      )}
      <div role="status" className="soft small">
        {saving === 'saved' && text('options_saved')}
        {saving === 'undone' && text('options_undone')}
      </div>
      {undo && (
        <Button icon="redo" onClick={undo}>
          {text('options_undo')}
        </Button>
      )}
    </div>
  );
}
