import { isManaged } from '../core/settings/managed.ts';
import { languages, settingsSchema } from '../core/settings/settings.ts';
import { useText } from '../ui/kit/text.ts';
import { Lockable } from './fields/Lockable.tsx';
import { Section } from './fields/Section.tsx';
import { SelectField } from './fields/SelectField.tsx';
import type { SettingsEditor } from './use-settings.ts';

const { appearance: appearanceSchema, language: languageSchema } = settingsSchema.shape;

/** The section with the colours and the language of all views. */
export function AppearanceSection({ own, effective, save }: SettingsEditor) {
  const text = useText();
  return (
    <Section id="appearance">
      <div className="fields">
        <Lockable locked={isManaged(effective, 'appearance')}>
          <SelectField
            label={text('appearance_scheme')}
            value={effective.appearance}
            choices={(['system', 'light', 'dark'] as const).map((scheme) => [
              scheme,
              text(`appearance_${scheme}`),
            ])}
            onChange={(chosen) =>
              save({ ...own, appearance: appearanceSchema.parse(chosen) }, 'appearance')
            }
          />
        </Lockable>
        <Lockable locked={isManaged(effective, 'language')}>
          <SelectField
            label={text('appearance_language')}
            hint={text('appearance_language_hint')}
            value={effective.language}
            choices={[
              ['browser', text('appearance_language_browser')],
              ...languages.map((language) => [language, nameOf(language)] as const),
            ]}
            onChange={(chosen) =>
              save({ ...own, language: languageSchema.parse(chosen) }, 'language')
            }
          />
        </Lockable>
      </div>
    </Section>
  );
}

/** A language's name in that language: the person who looks for it may understand no other. */
function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
