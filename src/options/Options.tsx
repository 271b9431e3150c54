import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { isOffered } from '../core/settings/managed.ts';
import { Button } from '../ui/kit/Button.tsx';
import { Notice } from '../ui/kit/Notice.tsx';
import { useText } from '../ui/kit/text.ts';
import { PolicyWait } from '../ui/set-up/PolicyWait.tsx';
import { AboutSection } from './AboutSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { ConnectionsSection } from './connections/ConnectionsSection.tsx';
import { DefaultsSection } from './DefaultsSection.tsx';
import { DoctorSection } from './DoctorSection.tsx';
import { DataSection } from './data/DataSection.tsx';
import { PartProblems } from './data/PartProblems.tsx';
import { SettingsAside } from './data/SettingsAside.tsx';
import { sectionIds } from './fields/Section.tsx';
import { FlowsSection } from './flows/FlowsSection.tsx';
import { RolloutSection } from './rollout/RolloutSection.tsx';
import { SearchContext } from './search.ts';
import { SitesSection } from './sites/SitesSection.tsx';
import { useAddress } from './sites/use-address.ts';
import { type SettingsEditor, useSettings } from './use-settings.ts';

/** The options page: a menu with a search, and all sections. */
export function Options() {
  const text = useText();
  const editor = useSettings();
  const [query, setQuery] = useState('');
  const searched = useDeferredValue(query.trim().toLowerCase());
  useAddress(editor !== undefined);
  if (editor === undefined) return null;
  const { problems } = editor.effective.policy;
  const hasDoctor = isOffered(editor.effective, 'doctor');
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
        <SearchResult searched={searched} />
        <ul>
          {sectionIds
            .filter((id) => id !== 'doctor' || hasDoctor)
            .map((id) => (
              <li key={id}>
                <a href={`#${id}`}>{text(`options_section_${id}`)}</a>
              </li>
            ))}
        </ul>
        <Saving {...editor} />
      </nav>
      <main className="options-main">
        <PolicyWait policy={editor.effective.policy} />
        <SettingsAside />
        {problems.length > 0 && (
          <Notice tone="warn" title={text('policy_problems')}>
            <PartProblems problems={problems} />
          </Notice>
        )}
        <SearchContext value={searched}>
          <ConnectionsSection {...editor} />
          <FlowsSection {...editor} />
          <SitesSection {...editor} />
          <DefaultsSection {...editor} />
          <AppearanceSection {...editor} />
          <DataSection {...editor} />
          <RolloutSection {...editor} />
          {hasDoctor && <DoctorSection />}
          <AboutSection effective={editor.effective} />
        </SearchContext>
      </main>
    </div>
  );
}

/** Says how many sections have the searched words. */
function SearchResult({ searched }: { searched: string }) {
  const text = useText();
  const [count, setCount] = useState(0);
  // Each section hides itself where it lacks the words; by the next frame all of them have done so.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words hide other sections
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      setCount(document.querySelectorAll('main > section[id]:not([hidden])').length),
    );
    return () => cancelAnimationFrame(frame);
  }, [searched]);
  return (
    <p role="status" className="soft small">
      {searched !== '' && (count > 0 ? text('options_found', { count }) : text('options_no_hit'))}
    </p>
  );
}

/** Says whether the last change is saved, with the button that undoes it. */
function Saving({ saving, undo }: SettingsEditor) {
  const text = useText();
  const words = useRef<HTMLDivElement>(null);
  // After the last step is undone the button is gone, so the focus goes to the words beside it.
  useEffect(() => {
    if (saving === 'undone' && undo === undefined && document.activeElement === document.body) {
      words.current?.focus();
    }
  }, [saving, undo]);
  return (
    <div className="saving">
      {saving === 'failed' && (
        <div role="alert">
          <Notice tone="bad" title={text('failure_settings_not_saved_cause')}>
            {text('failure_settings_not_saved_remedy')}
          </Notice>
        </div>
      )}
      <div ref={words} role="status" tabIndex={-1} className="soft small">
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
