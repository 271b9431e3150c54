import { sourceText } from '../../core/form/source-text.ts';
import type { FoundField, RuledField } from '../../core/page/rule-preview.ts';
import { Button } from '../../ui/kit/Button.tsx';
import { useText } from '../../ui/kit/text.ts';

/** Each field of the rule with its value on the page. */
export function RuledFields({ fields }: { fields: readonly RuledField[] }) {
  const text = useText();
  if (fields.length === 0) return null;
  return (
    <div>
      <h4>{text('site_preview_ruled')}</h4>
      <dl className="site-ruled">
        {fields.map(({ field, shown }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd className={shown === undefined ? 'soft' : undefined}>
              {shown ?? text('site_preview_missing')}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface FoundFieldsProps {
  fields: readonly FoundField[];
  onUse: (found: FoundField) => void;
}

/** Each value that Kickoff finds without the rule, with a button that makes the rule find it. */
export function FoundFields({ fields, onUse }: FoundFieldsProps) {
  const text = useText();
  return (
    <div>
      <h4>{text('site_preview_found')}</h4>
      {fields.length === 0 && <p className="soft">{text('site_preview_nothing')}</p>}
      <ul className="site-found">
        {fields.map((found) => {
          const { field, candidate } = found;
          return (
            <li key={`${field} ${candidate.value}`}>
              <span className="soft small">{field}</span>
              <span>{candidate.shown}</span>
              <span className="soft small">{sourceText(candidate.source, text)}</span>
              <Button
                aria-label={text('site_preview_use_named', { value: candidate.shown, field })}
                onClick={() => onUse(found)}
              >
                {text('site_preview_use')}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
