import { useEffect, useRef, useState } from 'react';
import { type EffectiveSettings, type Policy, underPolicy } from '../core/settings/managed.ts';
import { isEqual, rebased } from '../core/settings/rebase.ts';
import type { Settings } from '../core/settings/settings.ts';
import { ownSettings, policySoon } from '../platform/keys/settings.ts';
import { changeSettings } from '../platform/store/settings.ts';

/** The settings that the options page edits. */
export interface SettingsEditor {
  /** The person's own settings, which the page changes. */
  own: Settings;
  /** The settings that count, under the organization's policy. */
  effective: EffectiveSettings;
  /** Saves at once. `undo` takes successive saves with the same step back together. */
  save: (next: Settings, step: string) => void;
  /** Saves settings that the person did not type into the fields, and makes the fields start anew. */
  replace: (next: Settings, step: string) => void;
  /** Undefined where there is nothing to undo. */
  undo: (() => void) | undefined;
  saving: 'saved' | 'undone' | 'failed' | undefined;
  /** Grows when the settings become other than the typed ones, so that fields start anew. */
  revision: number;
}

const mostUndone = 100;

/** The stored settings, kept up to date, with functions to save and undo. Undefined until they are loaded. */
export function useSettings(): SettingsEditor | undefined {
  const { own, policy, revision, startAnew, write } = useStoredSettings();
  const [past, setPast] = useState<readonly { step: string; before: Settings }[]>([]);
  const [saving, setSaving] = useState<SettingsEditor['saving']>();

  if (own === undefined || policy === undefined) return undefined;
  const put = (next: Settings, then: 'saved' | 'undone') =>
    void write(own, next).then((isWritten) => setSaving(isWritten ? then : 'failed'));
  const undo = () => {
    const last = past.at(-1);
    if (last === undefined) return;
    setPast(past.slice(0, -1));
    put(last.before, 'undone');
    startAnew();
  };
  const save = (next: Settings, step: string) => {
    if (past.at(-1)?.step !== step) {
      setPast([...past, { step, before: own }].slice(-mostUndone));
    }
    put(next, 'saved');
  };
  return {
    own,
    effective: underPolicy(own, policy),
    save,
    replace: (next, step) => {
      save(next, `${step} ${past.length}`);
      startAnew();
    },
    undo: past.length > 0 ? undo : undefined,
    saving,
    revision,
  };
}

/**
 * The person's own settings and the policy, kept up to date, and `revision` of the editor. `write` answers whether
 * storage took what was written.
 */
function useStoredSettings() {
  const [policy, setPolicy] = useState<Policy>();
  const [own, setOwn] = useState<Settings>();
  const [revision, setRevision] = useState(0);
  /** The edited settings and the stored ones; the edited ones are ahead while a write is in progress. */
  const ahead = useRef<{ own: Settings; stored: Settings }>(undefined);
  const startAnew = () => setRevision((number) => number + 1);

  useEffect(() => {
    const stop = new AbortController();
    const takeOver = (stored: Settings) => {
      const edited = ahead.current ?? { own: stored, stored };
      const own = rebased(edited.stored, edited.own, stored);
      // What the person typed here comes back from storage, perhaps after more was typed, and must not reset the fields.
      const isNews = !isEqual(ownSettings.read(own), ownSettings.read(edited.own));
      ahead.current = { own: isNews ? own : edited.own, stored };
      setOwn(ahead.current.own);
      if (isNews) setRevision((number) => number + 1);
    };
    let shown: Policy | undefined;
    const show = (value: Policy) => {
      shown = value;
      setPolicy(value);
    };
    const takeOverPolicy = (value: Policy) => {
      // That the one which was waited for sets nothing must not reset what is half typed.
      const isNews = !isEqual({ ...value, isPending: shown?.isPending }, shown);
      show(value);
      if (isNews) setRevision((number) => number + 1);
    };
    ownSettings.onChange(takeOver, stop.signal);
    policySoon.onChange(takeOverPolicy, stop.signal);
    void policySoon.get().then((value) => stop.signal.aborted || show(value));
    void ownSettings.get().then((value) => stop.signal.aborted || takeOver(value));
    return () => stop.abort();
  }, []);

  const write = (before: Settings, next: Settings): Promise<boolean> => {
    const { stored } = ahead.current ?? { stored: before };
    ahead.current = { own: next, stored };
    setOwn(next);
    return changeSettings((current) => rebased(before, next, current)).then(
      () => {
        if (ahead.current?.own === next) ahead.current = { own: next, stored: next };
        return true;
      },
      () => {
        ahead.current = { own: before, stored };
        setOwn(before);
        return false;
      },
    );
  };
  return { own, policy, revision, startAnew, write };
}
