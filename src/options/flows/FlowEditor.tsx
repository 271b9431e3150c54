import { Suspense } from 'react';
import { checkFlow, type FlowForm, flowForm, withTemplate } from '../../core/flow/settings-form.ts';
import { templateNames } from '../../core/form/template-names.ts';
import { presetText } from '../../core/settings/import.ts';
import type { ConfiguredFlow, Connection, Settings } from '../../core/settings/settings.ts';
import { Button } from '../../ui/kit/Button.tsx';
import { Disclosure } from '../../ui/kit/Disclosure.tsx';
import { download } from '../../ui/kit/download.ts';
import { lazily } from '../../ui/kit/lazily.ts';
import { useText } from '../../ui/kit/text.ts';
import { TextField } from '../fields/TextField.tsx';
import { Toggle } from '../fields/Toggle.tsx';
import { type FormEditor, useForm } from '../fields/use-form.ts';
import { InputRows } from './InputRows.tsx';

// The code that reads pages is large, and few people open this.
const MappingValues = lazily(async () => (await import('./MappingValues.tsx')).MappingValues);

// It asks Genesys Cloud for tables and rows, which few flows use.
const ChoiceRows = lazily(async () => (await import('./ChoiceRows.tsx')).ChoiceRows);

interface FlowEditorProps {
  flow: ConfiguredFlow | undefined;
  connection: Connection;
  settings: Settings;
  others: readonly ConfiguredFlow[];
  allowsExport: boolean;
  onSave: (flow: ConfiguredFlow, changed: string) => void;
}

/** The fields of a flow. */
export function FlowEditor(props: FlowEditorProps) {
  const { flow, connection, settings, others, allowsExport, onSave } = props;
  const { sites } = settings;
  const text = useText();
  const editor = useForm(
    () => flowForm(flow),
    (typed) => checkFlow(typed, others).problems,
    (typed, changed) => {
      const valid = checkFlow(typed, others).flow;
      if (valid) onSave(valid, changed);
    },
  );
  const { form, change, problem, leave } = editor;
  const error = (field: keyof FlowForm) => {
    const code = problem(field);
    return code && text(`flow_problem_${code}` as 'flow_problem_id_missing');
  };
  const site = flow && sites.find((each) => each.flow === flow.name || each.flow === flow.id);
  return (
    <div className="fields">
      <TextField
        label={text('flow_id')}
        hint={text('flow_id_hint')}
        value={form.id}
        error={error('id')}
        code
        onChange={(id) => change({ id })}
        onLeave={() => leave('id')}
      />
      <TextField
        label={text('flow_name')}
        value={form.name}
        error={error('name')}
        onChange={(name) => change({ name })}
        onLeave={() => leave('name')}
      />
      <Toggle
        label={text('flow_pinned_label')}
        hint={text('flow_pinned_hint')}
        checked={form.pinned}
        onChange={(pinned) => change({ pinned })}
      />
      <Toggle
        label={text('flow_at_once_label')}
        hint={text('flow_at_once_hint')}
        checked={form.launchAtOnce}
        onChange={(launchAtOnce) => change({ launchAtOnce })}
      />
      <InputRows
        rows={form.inputs}
        names={templateNames(connection, settings)}
        error={error('inputs')}
        onChange={(inputs) => change({ inputs })}
        onLeave={() => leave('inputs')}
      />
      {flow && <InputSources flowId={flow.id} {...{ connection, settings, editor }} />}
      <Disclosure label={text('flow_schema')} open={form.inputSchema !== ''}>
        <TextField
          label={text('flow_schema_label')}
          hint={text('flow_schema_hint')}
          value={form.inputSchema}
          error={error('inputSchema')}
          lines
          code
          onChange={(inputSchema) => change({ inputSchema })}
          onLeave={() => leave('inputSchema')}
        />
      </Disclosure>
      {flow && allowsExport && (
        <div className="row">
          <Button onClick={() => download(`kickoff ${flow.name}.json`, presetText({ flow, site }))}>
            {text('flow_export')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface InputSourcesProps {
  flowId: string;
  connection: Connection;
  settings: Settings;
  editor: FormEditor<FlowForm>;
}

/** Where a flow's inputs get their values: from a page, and from the rows of data tables. */
function InputSources({ flowId, connection, settings, editor }: InputSourcesProps) {
  const text = useText();
  const { form, change, problem, leave } = editor;
  return (
    <>
      <Disclosure label={text('mapping_open')}>
        <Suspense>
          <MappingValues
            flowId={flowId}
            templates={Object.fromEntries(form.inputs.map((row) => [row.name, row.template]))}
            connection={connection}
            settings={settings}
            onChoose={(input, template) =>
              change({ inputs: withTemplate(form.inputs, input, template) })
            }
          />
        </Suspense>
      </Disclosure>
      <Disclosure label={text('choices_open')} open={form.choices.length > 0}>
        <Suspense>
          <ChoiceRows
            rows={form.choices}
            flowId={flowId}
            connection={connection}
            isChecked={problem('choices') !== undefined}
            onChange={(choices) => change({ choices })}
            onLeave={() => leave('choices')}
          />
        </Suspense>
      </Disclosure>
    </>
  );
}
