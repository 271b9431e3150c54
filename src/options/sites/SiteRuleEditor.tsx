import { useState } from 'react';
import { pickerTools } from '../../content/choosing/picker.ts';
import { explain } from '../../core/base/explain.ts';
import type { FoundField } from '../../core/page/rule-preview.ts';
import { healthOf } from '../../core/settings/rule-health.ts';
import { type FieldSource, rulesFor, type SiteRule } from '../../core/settings/site-rule.ts';
import { ruleHistoryOf } from '../../platform/keys/settings.ts';
import { locateSources, pickSource } from '../../platform/picker.ts';
import { Button } from '../../ui/kit/Button.tsx';
import { Notice } from '../../ui/kit/Notice.tsx';
import { useText } from '../../ui/kit/text.ts';
import { useStored } from '../use-stored.ts';
import { SiteRulePicker } from './SiteRulePicker.tsx';
import { FoundFields, RuledFields } from './SiteRulePreview.tsx';
import { type SitePage, useSitePage } from './use-site-page.ts';

interface SiteRuleEditorProps {
  /** The typed rule, as far as it is valid. */
  rule: SiteRule;
  /** Puts a field into the rule, in place of a field with the same name. */
  onUse: (field: string, source: FieldSource) => void;
}

/** What a rule finds on the page beside the editor, and which other values the page has, each with a button to use it. */
export function SiteRuleEditor({ rule, onUse }: SiteRuleEditorProps) {
  const text = useText();
  const { page, again } = useSitePage(rule);
  return (
    <section className="site-page" aria-label={text('site_preview')}>
      <div className="section-head">
        <h3>{text('site_preview')}</h3>
        <Button variant="quiet" icon="redo" onClick={again}>
          {text('site_preview_again')}
        </Button>
      </div>
      <Health rule={rule} />
      {page ? (
        <Page rule={rule} page={page} onUse={onUse} />
      ) : (
        <p className="soft">{text('site_preview_none')}</p>
      )}
    </section>
  );
}

function Page({ rule, page, onUse }: SiteRuleEditorProps & { page: SitePage }) {
  const text = useText();
  const [problem, setProblem] = useState<string>();
  const { tabId, address, preview } = page;
  const isMeant = rulesFor([rule], address).length > 0;

  const use = async ({ field, source, text: shown, candidate }: FoundField) => {
    const [located] = source ? [source] : await locateSources(tabId, pickerTools, [shown]);
    if (located) onUse(field, located);
    setProblem(located ? undefined : text('site_preview_lost', { value: candidate.shown }));
  };
  const pick = async (field: string) => {
    const picked = await pickSource(tabId, pickerTools, text('site_pick_hint'));
    if (picked.ok && picked.value) onUse(field, picked.value);
    setProblem(picked.ok ? undefined : explainBriefly(explain(picked.failure, text)));
  };
  return (
    <>
      <p className="soft small site-address">{address}</p>
      {page.problem && <Notice tone="warn">{page.problem}</Notice>}
      {!isMeant && <Notice tone="warn">{text('site_preview_other')}</Notice>}
      {preview && <RuledFields fields={preview.ruled} />}
      {preview && <SiteRulePicker onPick={(field) => void pick(field)} />}
      {problem && (
        <Notice tone="warn" live>
          {problem}
        </Notice>
      )}
      {preview && <FoundFields fields={preview.found} onUse={(found) => void use(found)} />}
    </>
  );
}

function explainBriefly({ cause, remedy }: { cause: string; remedy: string }): string {
  return `${cause} ${remedy}`;
}

/** Says whether the rule still finds values, judged by the pages before. */
function Health({ rule }: { rule: SiteRule }) {
  const text = useText();
  const history = useStored(ruleHistoryOf(rule.name), `rule-history ${rule.name}`);
  const health = healthOf(history, rule);
  if (health === 'new') return null;
  return (
    <Notice tone={health === 'well' ? 'good' : 'warn'}>{text(`site_health_${health}`)}</Notice>
  );
}
