import './health.css';
import { useEffect, useState } from 'react';
import { maskCustomerData } from '../../core/base/redact.ts';
import { lastFailures, launchesFor } from '../../core/launch/history.ts';
import type { Launch } from '../../core/launch/launch.ts';
import { type EffectiveSettings, isOffered } from '../../core/settings/managed.ts';
import { connectionKey } from '../../core/settings/settings.ts';
import { managedDocument } from '../../platform/keys/settings.ts';
import { readAllLaunches } from '../../platform/store/launches.ts';
import { atComputer } from '../../platform/store/signed-in.ts';
import { whyText } from '../../ui/history/why-text.ts';
import { Button } from '../../ui/kit/Button.tsx';
import { formatMoment } from '../../ui/kit/format.ts';
import { useText } from '../../ui/kit/text.ts';
import { ConnectionCheck } from '../connections/ConnectionCheck.tsx';
import { PartProblems } from '../data/PartProblems.tsx';
import { StorageUse } from '../data/StorageUse.tsx';
import { InstallationBundle, InstallationFacts } from '../Installation.tsx';
import { useStored } from '../use-stored.ts';

/** How many failed launches the page lists at most. */
const mostErrors = 10;

/**
 * The state of this installation on one page, to read or print: versions, the policy as the browser handed it over, the
 * check of each connection, storage, and the last failed launches. It has no customer data.
 */
export function Health({ settings }: { settings: EffectiveSettings }) {
  const text = useText();
  const document = useStored(managedDocument, 'managed');
  const [now] = useState(Date.now);
  const { policy, connections } = settings;
  return (
    <div className="health">
      <p className="soft small">{formatMoment(now)}</p>
      <InstallationFacts settings={settings} />
      <StorageUse />
      <h3>{text('health_policy')}</h3>
      <pre className="fact-code">{JSON.stringify(document ?? {}, null, 2)}</pre>
      <PartProblems problems={policy.problems} />
      {connections.map((connection) => (
        <section key={connectionKey(connection)} aria-label={connection.name}>
          <h3>{connection.name}</h3>
          <ConnectionCheck connection={connection} />
        </section>
      ))}
      {isOffered(settings, 'history') && <LastErrors />}
      <div className="row">
        <Button onClick={() => window.print()}>{text('health_print')}</Button>
        <InstallationBundle settings={settings} />
      </div>
    </div>
  );
}

/** The last failed launches: when, which flow, in which state they ended and why, without any values. */
function LastErrors() {
  const text = useText();
  const [failures, setFailures] = useState<readonly Launch[]>();
  useEffect(() => {
    void readFailures().then(setFailures);
  }, []);
  if (failures === undefined) return null;
  return (
    <>
      <h3>{text('health_errors')}</h3>
      {failures.length === 0 && <p>{text('health_none')}</p>}
      <ul className="findings">
        {failures.map((launch) => (
          <li key={launch.id}>
            {formatMoment(launch.times.created)} · {launch.flow.name} ·{' '}
            {text(`state_${launch.state}`)}
            <p className="soft small">{maskCustomerData(whyText(launch, text) ?? '')}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

async function readFailures(): Promise<Launch[]> {
  const kept = [...(await readAllLaunches()).values()];
  const launches = kept.filter((each) => each !== 'damaged');
  const reader = await atComputer(launches.map(({ connection }) => connection.key));
  return lastFailures(launchesFor(reader, launches), mostErrors);
}
