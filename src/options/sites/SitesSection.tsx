import { useEffect, useState } from 'react';
import { unusedName } from '../../core/settings/connection-form.ts';
import { isManaged } from '../../core/settings/managed.ts';
import { managedCount, ownPart } from '../../core/settings/managed-list.ts';
import { connectionInUse, type Settings } from '../../core/settings/settings.ts';
import { rulesFor } from '../../core/settings/site-rule.ts';
import { ruleForSite } from '../../core/step/site-flow.ts';
import { addressOf } from '../../platform/tabs.ts';
import { useText } from '../../ui/kit/text.ts';
import { Cards } from '../fields/Cards.tsx';
import { moved, openAfterRemoval, replaced } from '../fields/lists.ts';
import { Section } from '../fields/Section.tsx';
import type { SettingsEditor } from '../use-settings.ts';
import { AllowedSites, SiteAccess } from './SiteAccess.tsx';
import { SiteEditor } from './SiteEditor.tsx';
import { askedTab } from './use-site-page.ts';

/** The section with the site rules, which say where pages have what flows need. */
export function SitesSection({ own, effective, save, revision }: SettingsEditor) {
  const text = useText();
  const [open, setOpen] = useState<number>();
  const { sites } = effective;
  const locked = isManaged(effective, 'sites');
  const [asked, setAsked] = useState<string>();
  // The popup may ask for the rule of a page's site, which opens here, or a new one begins.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the popup asks once, as this page opens
  useEffect(() => {
    const tabId = askedTab();
    if (tabId === undefined || locked) return;
    void addressOf(tabId).then((address) => {
      const [rule] = rulesFor(sites, address ?? '');
      if (rule === undefined) setAsked(address);
      if (address !== undefined) setOpen(rule ? sites.indexOf(rule) : sites.length);
    });
  }, []);
  const put = (list: Settings['sites'], step: string) =>
    save({ ...own, sites: ownPart(list, own.sites, effective, 'sites') }, step);
  return (
    <Section id="sites" locked={locked}>
      <Cards
        label={text('options_section_sites')}
        cards={sites.map(({ name, match }) => ({ title: name, detail: match.join(' ') }))}
        locked={locked}
        fixed={managedCount(effective, 'sites')}
        open={open}
        onOpen={setOpen}
        addLabel={text('site_add')}
        emptyText={text('site_none')}
        onMove={(from, to) => {
          setOpen(undefined);
          put(moved(sites, from, to), 'sites order');
        }}
        onCopy={(place) => {
          const copied = sites[place];
          if (copied === undefined) return;
          const name = unusedName(
            copied.name,
            sites.map((each) => each.name),
          );
          put([...sites, { ...copied, name }], `copy ${name}`);
          setOpen(sites.length);
        }}
        onRemove={(place) => {
          setOpen(openAfterRemoval(open, place));
          put(sites.toSpliced(place, 1), `remove site ${sites[place]?.name}`);
        }}
        // Only the person can give the browser's permission, also for a rule of the policy.
        after={(place) => <SiteAccess match={sites[place]?.match ?? []} />}
      >
        {(place) => (
          <SiteEditor
            key={`${revision} ${place}`}
            site={sites[place]}
            start={asked === undefined ? undefined : ruleForSite(asked)}
            taken={sites.toSpliced(place, 1).map(({ name }) => name)}
            flows={connectionInUse(effective)?.flows ?? []}
            onSave={(site, changed) =>
              put(replaced(sites, place, site), `sites ${place} ${changed}`)
            }
          />
        )}
      </Cards>
      <AllowedSites />
    </Section>
  );
}
