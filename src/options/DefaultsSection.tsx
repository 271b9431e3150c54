import { checkDefaults, defaultsForm } from '../core/settings/defaults-form.ts';
import { isManaged } from '../core/settings/managed.ts';
import { contextSources } from '../core/settings/settings.ts';
import { useText } from '../ui/kit/text.ts';
import { Lockable } from './fields/Lockable.tsx';
import { Section } from './fields/Section.tsx';
import { SelectField } from './fields/SelectField.tsx';
import { TextField, type TextFieldProps } from './fields/TextField.tsx';
import { Toggle } from './fields/Toggle.tsx';
import { useForm } from './fields/use-form.ts';
import type { SettingsEditor } from './use-settings.ts';

/** The section with the settings that hold for all connections and pages. */
export function DefaultsSection(editor: SettingsEditor) {
  return (
    <Section id="defaults">
      <DefaultsFields key={editor.revision} {...editor} />
    </Section>
  );
}

type DefaultsForm = ReturnType<typeof defaultsForm>;

interface PartProps {
  editor: SettingsEditor;
  /** What ties a text field to its setting. */
  field: (
    name: keyof DefaultsForm,
  ) => Pick<TextFieldProps, 'value' | 'error' | 'onChange' | 'onLeave'>;
}

function DefaultsFields(editor: SettingsEditor) {
  const { own, effective, save } = editor;
  const text = useText();
  const { form, change, problem, leave } = useForm(
    () =>
      defaultsForm(
        addedTypes(editor) ? { ...effective, contactTypes: own.contactTypes } : effective,
      ),
    (typed) => checkDefaults(typed).problems,
    (typed, changed) => {
      const { days = own.history.days, ...valid } = checkDefaults(typed).valid;
      const given = changed in valid ? { [changed]: valid[changed as keyof typeof valid] } : {};
      const history = changed === 'days' ? { ...own.history, days } : own.history;
      save({ ...own, ...given, history }, `defaults ${changed}`);
    },
  );
  const field: PartProps['field'] = (name) => {
    const code = problem(name);
    return {
      value: form[name],
      error: code && text(`defaults_problem_${code}` as 'defaults_problem_name_too_long'),
      onChange: (value) => change({ [name]: value }),
      onLeave: () => leave(name),
    };
  };
  return (
    <div className="fields">
      <GeneralFields editor={editor} field={field} />
      <ContactTypeFields editor={editor} field={field} />
      <SourceFields {...editor} />
      <HistoryFields editor={editor} field={field} />
      <LaunchFields {...editor} />
    </div>
  );
}

/** The contact types of the policy, where it adds them to the person's own. */
function addedTypes({ effective: { policy } }: SettingsEditor): readonly string[] | undefined {
  return policy.adds.includes('contactTypes') ? policy.settings.contactTypes : undefined;
}

/** How Kickoff reads numbers, and how it names executions. */
function GeneralFields({ editor, field }: PartProps) {
  const text = useText();
  const { effective } = editor;
  return (
    <>
      <Lockable locked={isManaged(effective, 'defaultCountry')}>
        <TextField
          label={text('defaults_country')}
          hint={text('defaults_country_hint')}
          {...field('defaultCountry')}
        />
      </Lockable>
      <Lockable locked={isManaged(effective, 'inHouseNumbers')}>
        <TextField
          label={text('defaults_in_house_numbers')}
          hint={text('defaults_in_house_numbers_hint')}
          lines
          {...field('inHouseNumbers')}
        />
      </Lockable>
      <Lockable locked={isManaged(effective, 'executionName')}>
        <TextField
          label={text('defaults_execution_name')}
          hint={text('defaults_execution_name_hint')}
          {...field('executionName')}
        />
      </Lockable>
    </>
  );
}

/** The org's contact types and its usual one. */
function ContactTypeFields({ editor, field }: PartProps) {
  const text = useText();
  const { own, effective, save } = editor;
  const added = addedTypes(editor);
  return (
    <>
      <Lockable locked={isManaged(effective, 'contactTypes')}>
        <TextField
          label={text('defaults_contact_types')}
          hint={text('defaults_contact_types_hint')}
          lines
          {...field('contactTypes')}
        />
        {added && (
          <p className="soft small">
            {text('defaults_contact_types_added', { types: added.join(', ') })}
          </p>
        )}
      </Lockable>
      <Lockable locked={isManaged(effective, 'defaultContactType')}>
        <SelectField
          label={text('defaults_contact_type')}
          hint={text('defaults_contact_type_hint')}
          value={effective.defaultContactType ?? ''}
          choices={[
            ['', text('defaults_contact_type_none')],
            ...effective.contactTypes.map((type) => [type, type] as const),
          ]}
          onChange={(type) =>
            save({ ...own, defaultContactType: type || undefined }, 'default contact type')
          }
        />
      </Lockable>
    </>
  );
}

/** Where values come from: page or conversation first, and external contacts. */
function SourceFields({ own, effective, save }: SettingsEditor) {
  const text = useText();
  return (
    <>
      <Lockable locked={isManaged(effective, 'contextFirst')}>
        <SelectField
          label={text('defaults_context_first')}
          hint={text('defaults_context_first_hint')}
          value={effective.contextFirst}
          choices={contextSources.map(
            (source) => [source, text(`defaults_context_first_${source}`)] as const,
          )}
          onChange={(source) => {
            const contextFirst = contextSources.find((each) => each === source);
            if (contextFirst) save({ ...own, contextFirst }, 'context first');
          }}
        />
      </Lockable>
      <Lockable locked={isManaged(effective, 'lookUpContacts')}>
        <Toggle
          label={text('defaults_look_up_contacts')}
          hint={text('defaults_look_up_contacts_hint')}
          checked={effective.lookUpContacts}
          onChange={(lookUpContacts) => save({ ...own, lookUpContacts }, 'look up contacts')}
        />
      </Lockable>
    </>
  );
}

/** What the history keeps, and for how long. */
function HistoryFields({ editor, field }: PartProps) {
  const text = useText();
  const { own, effective, save } = editor;
  return (
    <>
      <Lockable locked={isManaged(effective, 'history.days')}>
        <TextField
          label={text('defaults_history_days')}
          hint={text('defaults_history_days_hint')}
          inputMode="numeric"
          {...field('days')}
        />
      </Lockable>
      <Lockable locked={isManaged(effective, 'history.keepInputs')}>
        <Toggle
          label={text('defaults_keep_inputs')}
          hint={text('defaults_keep_inputs_hint')}
          checked={effective.history.keepInputs}
          onChange={(keepInputs) =>
            save({ ...own, history: { ...own.history, keepInputs } }, 'keep inputs')
          }
        />
      </Lockable>
      <Lockable locked={isManaged(effective, 'history.deleteOnSignOut')}>
        <Toggle
          label={text('defaults_delete_on_sign_out')}
          hint={text('defaults_delete_on_sign_out_hint')}
          checked={effective.history.deleteOnSignOut}
          onChange={(deleteOnSignOut) =>
            save({ ...own, history: { ...own.history, deleteOnSignOut } }, 'delete on sign-out')
          }
        />
      </Lockable>
    </>
  );
}

/** What the browser shows when a launch ends, and how long a launch at once can be stopped. */
function LaunchFields({ own, effective, save }: SettingsEditor) {
  const text = useText();
  return (
    <>
      <Lockable locked={isManaged(effective, 'notifications')}>
        <Toggle
          label={text('defaults_notifications')}
          checked={effective.notifications}
          onChange={(notifications) => save({ ...own, notifications }, 'notifications')}
        />
      </Lockable>
      <Lockable locked={isManaged(effective, 'atOnceSeconds')}>
        <SelectField
          label={text('defaults_at_once')}
          hint={text('defaults_at_once_hint')}
          value={String(effective.atOnceSeconds)}
          choices={Array.from({ length: 11 }, (_, count) => [
            String(count),
            text('defaults_at_once_seconds', { count }),
          ])}
          onChange={(seconds) =>
            save({ ...own, atOnceSeconds: Number(seconds) }, 'at once seconds')
          }
        />
      </Lockable>
    </>
  );
}
