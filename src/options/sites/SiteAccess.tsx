import { useState } from 'react';
import { sitesOf } from '../../core/settings/site-access.ts';
import { readableSites } from '../../platform/keys/settings.ts';
import { allowSite, forbidSite } from '../../platform/site-access.ts';
import { Button } from '../../ui/kit/Button.tsx';
import { Field } from '../../ui/kit/Field.tsx';
import { Notice } from '../../ui/kit/Notice.tsx';
import { useText } from '../../ui/kit/text.ts';
import { useStored } from '../use-stored.ts';

/** Asks the browser to let Kickoff read the sites of a rule without a click, and takes that back. */
export function SiteAccess({ match }: { match: readonly string[] }) {
  const text = useText();
  const allowed = useStored(readableSites, 'readable-sites') ?? [];
  const [isRefused, setRefused] = useState(false);
  const sites = sitesOf(match);
  if (sites.length === 0) return null;
  return (
    <Field label={text('site_access')} hint={text('site_access_hint')} group>
      {() => (
        <div className="row">
          {sites.map((site) =>
            allowed.includes(site) ? (
              <ForbidButton key={site} site={site} />
            ) : (
              <Button
                key={site}
                onClick={() => void allowSite(site).then((isAllowed) => setRefused(!isAllowed))}
              >
                {text('site_access_allow', { site: nameOf(site) })}
              </Button>
            ),
          )}
          {isRefused && (
            <Notice tone="warn" live>
              {text('site_access_refused')}
            </Notice>
          )}
        </div>
      )}
    </Field>
  );
}

/** All sites that Kickoff may read without a click, for whichever rule the person allowed them. */
export function AllowedSites() {
  const text = useText();
  const allowed = useStored(readableSites, 'readable-sites') ?? [];
  if (allowed.length === 0) return null;
  return (
    <Field label={text('site_access_all')} group>
      {() => (
        <div className="row">
          {allowed.map((site) => (
            <ForbidButton key={site} site={site} />
          ))}
        </div>
      )}
    </Field>
  );
}

function ForbidButton({ site }: { site: string }) {
  const text = useText();
  return (
    <Button icon="cross" onClick={() => void forbidSite(site)}>
      {text('site_access_forbid', { site: nameOf(site) })}
    </Button>
  );
}

/** The host in `https://crm.example.com/*`, as people say it. */
function nameOf(site: string): string {
  return site.replace(/^https?:\/\/|\/\*$/g, '');
}
