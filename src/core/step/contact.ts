import { connectionInUse } from '../settings/settings.ts';
import type { FormView } from '../view/form-view.ts';
import { type Step, still } from '../view/happening.ts';
import type { LauncherState } from '../view/launcher.ts';
import { looksUpContacts } from '../view/visible.ts';

/** Looks up the contact whom the form is about, if the connection is set up for it. */
export function lookingUpContact(state: LauncherState, view: FormView | undefined): Step {
  const connection = connectionInUse(state.settings);
  const value = view?.contact?.value;
  if (connection === undefined || value === undefined || !looksUpContacts(state)) {
    return still(state);
  }
  const question = { connection: connection.name, value };
  const noted = { ...state, done: { ...state.done, contact: value } };
  return {
    state: noted,
    effects: [{ do: 'ask', ask: 'lookUpContact', question, shown: false }],
  };
}

/** Looks the contact up without a click, if the settings say so: once for each customer. */
export function lookUpContactOnce(state: LauncherState, view: FormView | undefined): Step {
  const { contact } = view ?? {};
  if (!state.settings.lookUpContacts || contact === undefined) return still(state);
  if (contact.found !== undefined || state.done.contact === contact.value) return still(state);
  return lookingUpContact(state, view);
}
