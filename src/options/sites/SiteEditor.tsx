import type { ConfiguredFlow } from '../../core/settings/settings.ts';
import { checkSite, fieldForm, type SiteForm, siteForm } from '../../core/settings/site-form.ts';
import type { SiteRule } from '../../core/settings/site-rule.ts';
import { Notice } from '../../ui/kit/Notice.tsx';
import { useText } from '../../ui/kit/text.ts';
import { TextField } from '../fields/TextField.tsx';
import { type FormEditor, useForm } from '../fields/use-form.ts';
import { SiteFields } from './SiteFields.tsx';
import { SiteRuleEditor } from './SiteRuleEditor.tsx';

interface SiteEditorProps {
  site: SiteRule | undefined;
  /** The values with which a new rule begins. */
  start?: SiteRule | undefined;
  taken: readonly string[];
  /** The flows in the settings of the connection in use. */
  flows: readonly ConfiguredFlow[];
  onSave: (site: SiteRule, changed: string) => void;
}

/** The fields of a site rule. */
export function SiteEditor({ site, start, taken, flows, onSave }: SiteEditorProps) {
  const text = useText();
  const editor = useForm(
    () => siteForm(site ?? start),
    (typed) => checkSite(typed, taken).problems,
    (typed, changed) => {
      const valid = checkSite(typed, taken).site;
      if (valid) onSave(valid, changed);
    },
  );
  const { form, change, problem, leave } = editor;
  const errorOf = (field: string) => {
    const code = problem(field);
    return code && text(`site_problem_${code}` as 'site_problem_name_missing');
  };
  // The preview works also while the rule has no name yet.
  const typed = checkSite({ ...form, name: form.name.trim() || '–' }, []).site ?? {
    name: form.name,
    match: [],
    fields: {},
  };
  return (
    <div className="fields">
      <TextField
        label={text('site_name')}
        value={form.name}
        error={errorOf('name')}
        onChange={(name) => change({ name })}
        onLeave={() => leave('name')}
      />
      <SitePages {...{ editor, errorOf }} />
      <SiteFields
        fields={form.fields}
        error={(place) => errorOf(`fields.${place}`)}
        onChange={(fields) => change({ fields })}
        onLeave={(place) => leave(`fields.${place}`)}
      />
      <SiteRuleEditor
        rule={typed}
        onUse={(name, source) => {
          const others = form.fields.filter((each) => each.name.trim() !== name);
          change({ fields: [...others, fieldForm(name, source)] });
        }}
      />
      <SiteDefaults {...{ editor, errorOf, flows }} />
    </div>
  );
}

interface PartProps {
  editor: FormEditor<SiteForm>;
  errorOf: (field: string) => string | undefined;
}

/** The pages that a rule is for. */
function SitePages({ editor: { form, change, problem, leave }, errorOf }: PartProps) {
  const text = useText();
  const matchesAll = problem('match') === 'match_everything';
  return (
    <>
      <TextField
        label={text('site_match')}
        hint={text('site_match_hint')}
        value={form.match}
        error={matchesAll ? undefined : errorOf('match')}
        placeholder="https://crm.example.com/*"
        lines
        code
        onChange={(match) => change({ match })}
        onLeave={() => leave('match')}
      />
      {matchesAll && <Notice tone="warn">{errorOf('match')}</Notice>}
      <TextField
        label={text('site_hash')}
        hint={text('site_hash_hint')}
        value={form.hash}
        error={errorOf('hash')}
        placeholder="/contacts/*"
        lines
        code
        onChange={(hash) => change({ hash })}
        onLeave={() => leave('hash')}
      />
      <TextField
        label={text('site_types')}
        hint={text('site_types_hint')}
        value={form.types}
        error={errorOf('types')}
        placeholder="Person, profile"
        code
        onChange={(types) => change({ types })}
        onLeave={() => leave('types')}
      />
    </>
  );
}

/** What forms take on these pages where neither the page nor the person says it. */
function SiteDefaults({
  editor: { form, change, leave },
  errorOf,
  flows,
}: PartProps & Pick<SiteEditorProps, 'flows'>) {
  const text = useText();
  const field = (name: 'flow' | 'country' | 'contactType') => ({
    value: form[name],
    error: errorOf(name),
    onChange: (value: string) => change({ [name]: value }),
    onLeave: () => leave(name),
  });
  return (
    <>
      <TextField
        label={text('site_flow')}
        hint={
          flows.length > 0
            ? text('site_flow_known', { flows: flows.map(({ name }) => name).join(', ') })
            : text('site_flow_hint')
        }
        {...field('flow')}
      />
      <TextField
        label={text('site_country')}
        hint={text('defaults_country_hint')}
        {...field('country')}
      />
      <TextField label={text('site_contact_type')} {...field('contactType')} />
    </>
  );
}
