import type { Reader, Text } from '../core/base/text.ts';
import type { EffectiveSettings } from '../core/settings/managed.ts';
import { settingsSoon } from '../platform/keys/settings.ts';
import { languageTag, textIn } from '../platform/text.ts';

/**
 * Gives this page the appearance and the language that its reader has chosen, now and whenever they
 * choose others. A person who has chosen none waits only for the settings.
 */
export async function openReader(): Promise<Reader> {
  const page = document.documentElement;
  const listeners = new Set<() => void>();
  let text: Text | undefined;
  let turn = 0;
  const take = async ({ appearance, language }: EffectiveSettings): Promise<Text> => {
    turn += 1;
    const mine = turn;
    page.dataset.theme = appearance;
    const words = await textIn(language);
    if (mine !== turn) return text ?? words;
    page.lang = languageTag(language);
    page.dir = words('text_direction');
    text = words;
    for (const listener of listeners) listener();
    return words;
  };
  settingsSoon.onChange((value) => void take(value), new AbortController().signal);
  const first = await take(await settingsSoon.get());
  return {
    text: () => text ?? first,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
