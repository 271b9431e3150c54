import { useRef, useState } from 'react';
import type { Failure, Outcome } from '../../core/base/failure.ts';
import { decode } from '../../core/policy/decode.ts';
import { explainFile } from '../../core/policy/words.ts';
import {
  type ImportReading,
  largestImport,
  readImport,
  settingsText,
} from '../../core/settings/import.ts';
import { isManaged, isOffered } from '../../core/settings/managed.ts';
import { defaultSettings } from '../../core/settings/settings.ts';
import { Button } from '../../ui/kit/Button.tsx';
import { download } from '../../ui/kit/download.ts';
import { FailureAlert } from '../../ui/kit/FailureAlert.tsx';
import { useText } from '../../ui/kit/text.ts';
import { Section } from '../fields/Section.tsx';
import type { SettingsEditor } from '../use-settings.ts';
import { ImportReview } from './ImportReview.tsx';
import { StorageUse } from './StorageUse.tsx';

/** The section that exports, imports and resets settings, and shows how much storage Kickoff uses. */
export function DataSection(editor: SettingsEditor) {
  const text = useText();
  const { own, effective, replace } = editor;
  const [reading, setReading] = useState<ImportReading>();
  const [failure, setFailure] = useState<Failure>();
  const file = useRef<HTMLInputElement>(null);
  const importButton = useRef<HTMLButtonElement>(null);
  const isEditable = !effective.policy.disabledFeatures.includes('editing');
  const allowsImport = isEditable && isOffered(effective, 'import');

  const read = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const outcome = await readFile(chosen);
    setFailure(outcome.ok ? undefined : outcome.failure);
    setReading(outcome.ok ? outcome.value : undefined);
  };
  /** The pressed button goes with the review. */
  const closeReview = () => {
    setReading(undefined);
    importButton.current?.focus();
  };
  return (
    <Section id="data">
      <div className="row">
        {isOffered(effective, 'export') && (
          <Button onClick={() => download('kickoff-settings.json', settingsText(own))}>
            {text('data_export')}
          </Button>
        )}
        {allowsImport && (
          <Button ref={importButton} onClick={() => file.current?.click()}>
            {text('data_import')}
          </Button>
        )}
        {isEditable && (
          <Button variant="quiet" onClick={() => replace(defaultSettings, 'reset')}>
            {text('data_reset')}
          </Button>
        )}
        <input
          ref={file}
          type="file"
          hidden
          accept="application/json,.json"
          onChange={({ target }) => {
            void read(target.files?.[0]);
            target.value = '';
          }}
        />
      </div>
      {failure && <FailureAlert {...explainFile(failure, text)} />}
      {reading && (
        <ImportReview
          reading={reading}
          own={own}
          allowsCustom={isOffered(effective, 'customEnvironments')}
          isManaged={isManaged(effective, 'connections')}
          onApply={(next) => {
            replace(next, 'import');
            closeReview();
          }}
          onCancel={closeReview}
        />
      )}
      <StorageUse key={editor.saving} />
    </Section>
  );
}

/** Reads a file of settings. Fails as `decode` and `readImport` do; does not load a file beyond the limit. */
async function readFile(file: File): Promise<Outcome<ImportReading>> {
  if (file.size > largestImport * 4) return readImport(' '.repeat(largestImport + 1));
  const decoded = decode(new Uint8Array(await file.arrayBuffer()));
  return decoded.ok ? readImport(decoded.value.text) : decoded;
}
