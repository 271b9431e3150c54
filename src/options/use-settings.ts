import { useEffect, useRef, useState } from 'react';
import { type EffectiveSettings, type Policy, underPolicy } from '../core/settings/managed.ts';
import { isEqual, rebased } from '../core/settings/rebase.ts';
import type { Settings } from '../core/settings/settings.ts';
import { ownSettings, policySoon } from '../platform/keys/settings.ts';
import { changeSettings } from '../platform/store/settings.ts';

/** The settings as they are edited. */
export interface SettingsEditor {
  /** What the person set, and what editing changes. */
  own: Settings;
  /** What counts, under the organization's policy. */
  effective: EffectiveSettings;
  /** Saves at once. Saves with the same step, one after the other, are undone together. */
  save: (next: Settings, step: string) => void;
  /** Saves settings that were not typed into the fields: these start anew. */
  replace: (next: Settings, step: string) => void;
  /** Undefined where there is nothing to undo. */
  undo: (() => void) | undefined;
  saving: 'saved' | 'undone' | 'failed' | undefined;
  /** Changes when the settings became others than what was typed: fields then start anew. */
  revision: number;
}

const mostUndone = 100;

/** The stored settings, kept up to date, with saving and undoing. Undefined until they were read. */
export function useSettings(): SettingsEditor | undefined {
  const [policy, setPolicy] = useState<Policy>();
  const [own, setOwn] = useState<Settings>();
  const [past, setPast] = useState<readonly { step: string; before: Settings }[]>([]);
  const [saving, setSaving] = useState<SettingsEditor['saving']>();
  const [revision, setRevision] = useState(0);
  /** What is edited, and what of it is known to be stored: the one is ahead while it is written. */
  const ahead = useRef<{ own: Settings; stored: Settings }>(undefined);

  useEffect(() => {
    const stop = new AbortController();
    const takeOver = (stored: Settings) => {
      const edited = ahead.current ?? { own: stored, stored };
      const own = rebased(edited.stored, edited.own, stored);
      // What was typed here comes back, perhaps after more was typed: that is no news to the fields.
      const isNews = !isEqual(ownSettings.read(own), ownSettings.read(edited.own));
      ahead.current = { own: isNews ? own : edited.own, stored };
      setOwn(ahead.current.own);
      if (isNews) setRevision((number) => number + 1);
    };
    const takeOverPolicy = (value: Policy) => {
      setPolicy(value);
      setRevision((number) => number + 1);
    };
    ownSettings.onChange(takeOver, stop.signal);
    policySoon.onChange(takeOverPolicy, stop.signal);
    void policySoon.get().then((value) => stop.signal.aborted || setPolicy(value));
    void ownSettings.get().then((value) => stop.signal.aborted || takeOver(value));
    return () => stop.abort();
  }, []);

  if (own === undefined || policy === undefined) return undefined;
  const write = (next: Settings, then: 'saved' | 'undone') => {
    const { stored } = ahead.current ?? { stored: own };
    ahead.current = { own: next, stored };
    setOwn(next);
    changeSettings((current) => rebased(own, next, current)).then(
      () => {
        setSaving(then);
        if (ahead.current?.own === next) ahead.current = { own: next, stored: next };
      },
      () => {
        setSaving('failed');
        ahead.current = { own, stored };
        setOwn(own);
      },
    );
  };
  const undo = () => {
    const last = past.at(-1);
    if (last === undefined) return;
    setPast(past.slice(0, -1));
    write(last.before, 'undone');
    setRevision(revision + 1);
  };
  const save = (next: Settings, step: string) => {
    if (past.at(-1)?.step !== step) {
      setPast([...past, { step, before: own }].slice(-mostUndone));
    }
    write(next, 'saved');
  };
  return {
    own,
    effective: underPolicy(own, policy),
    save,
    replace: (next, step) => {
      save(next, `${step} ${past.length}`);
      setRevision(revision + 1);
    },
    undo: past.length > 0 ? undo : undefined,
    saving,
    revision,
  };
}
