import './review.css';
import { useState } from 'react';
import { type Difference, differences } from '../../core/settings/diff.ts';
import {
  afterImport,
  type ImportReading,
  newCustomConnections,
} from '../../core/settings/import.ts';
import { effectsOf, type ImportEffects } from '../../core/settings/import-effects.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { Button } from '../../ui/kit/Button.tsx';
import { Notice } from '../../ui/kit/Notice.tsx';
import { useText } from '../../ui/kit/text.ts';
import { Toggle } from '../fields/Toggle.tsx';
import { PartProblems } from './PartProblems.tsx';

interface ImportReviewProps {
  reading: ImportReading;
  own: Settings;
  allowsCustom: boolean;
  /** Whether the policy sets the connections, so that those in the file will not count. */
  isManaged: boolean;
  onApply: (next: Settings) => void;
  onCancel: () => void;
}

/** What a file of settings would change, with the buttons to import it or not. */
export function ImportReview(props: ImportReviewProps) {
  const { reading, own, onApply, onCancel } = props;
  const text = useText();
  const [accepted, setAccepted] = useState(false);
  const customConnections = accepted && props.allowsCustom;
  const next = afterImport(reading, own, { customConnections });
  const changes = differences(own, next);
  const custom = newCustomConnections(reading, own);
  const effects = effectsOf(own, next);
  const summary = [
    changes.length === 0 ? text('import_same') : text('import_summary', { count: changes.length }),
    reading.problems.length > 0 && text('import_problems'),
    custom.length > 0 && text('import_custom', { names: custom.join(', ') }),
    hasEffects(effects) && text('import_effects'),
  ];
  return (
    <section className="review" aria-label={text('import_title')}>
      <h3>{text('import_title')}</h3>
      <p role="status" className="for-ears">
        {summary.filter(Boolean).join(' ')}
      </p>
      {reading.problems.length > 0 && (
        <Notice tone="warn" title={text('import_problems')}>
          <PartProblems problems={reading.problems} />
        </Notice>
      )}
      {custom.length > 0 && (
        <Notice tone="warn" title={text('import_custom', { names: custom.join(', ') })}>
          <p>{text('options_custom_warning')}</p>
          {props.allowsCustom && (
            <Toggle
              label={text('import_custom_accept')}
              checked={accepted}
              onChange={setAccepted}
            />
          )}
        </Notice>
      )}
      <Effects {...effects} />
      {props.isManaged && <Notice>{text('import_managed')}</Notice>}
      {changes.length === 0 ? (
        <p>{text('import_same')}</p>
      ) : (
        <ul className="differences" aria-label={text('import_changes')}>
          {changes.map((change) => (
            <Change key={`${change.kind} ${change.path}`} {...change} />
          ))}
        </ul>
      )}
      <div className="row">
        <Button variant="primary" disabled={changes.length === 0} onClick={() => onApply(next)}>
          {text('import_apply')}
        </Button>
        <Button onClick={onCancel}>{text('import_cancel')}</Button>
      </div>
    </section>
  );
}

function hasEffects({ destinations, atOnce, unasked }: ImportEffects): boolean {
  return destinations.length + atOnce.length + unasked.length > 0;
}

/** Where data will go, and what will launch without a question: the person must know it before the import. */
function Effects(effects: ImportEffects) {
  const text = useText();
  if (!hasEffects(effects)) return null;
  const { destinations, atOnce, unasked } = effects;
  return (
    <Notice tone="warn" title={text('import_effects')}>
      <ul className="findings">
        {destinations.map((destination) => (
          <li key={destination.connection}>
            {text(`import_goes_${destination.flowIdIn}`, { ...destination })}
          </li>
        ))}
        {atOnce.map((each) => (
          <li key={`${each.connection} ${each.flow}`}>{text('import_at_once', each)}</li>
        ))}
        {unasked.map((connection) => (
          <li key={connection}>{text('import_unasked', { connection })}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Change({ kind, path, before, after }: Difference) {
  const text = useText();
  return (
    <li className={`difference difference-${kind}`}>
      <span className="mark">{text(`difference_${kind}`)}</span>
      <span>{path}</span>
      {before !== undefined && <del>{before}</del>}
      {after !== undefined && <ins>{after}</ins>}
    </li>
  );
}
