import { flowChoices } from '../core/flow/list.ts';
import { mayLaunch } from '../core/settings/managed.ts';
import { connectionInUse, connectionKey } from '../core/settings/settings.ts';
import { type AddressBarChoice, readAddressBar } from '../core/view/address-bar.ts';
import { flowCacheOf, recentFlowsOf } from '../platform/keys/connection.ts';
import { settings } from '../platform/keys/settings.ts';
import type { AddressBarLine } from '../platform/omnibox.ts';
import type { Asked } from '../platform/tabs.ts';
import { readersText } from '../platform/text.ts';
import { openPopupOn } from './open-popup.ts';

const mostLines = 6;

/** The flows that may be meant by what is typed in the address bar, from those last read. */
export async function suggestFlows(typed: string): Promise<AddressBarLine[]> {
  const [choices, text] = await Promise.all([choicesFor(typed, mostLines), readersText()]);
  return choices.map(({ flow, number }) => ({
    content: number === undefined ? flow.name : `${flow.name} ${number}`,
    description:
      number === undefined
        ? text('menu_launch_flow', { flow: flow.name })
        : text('address_bar_launch_with', { flow: flow.name, number }),
  }));
}

/** Opens the popup on the flow that was meant, with the number before what the page has. */
export async function launchFromAddressBar(typed: string, asked: Asked): Promise<void> {
  // Nothing typed names no flow, and must not launch the first one at once.
  const [first] = typed.trim() === '' ? [] : await choicesFor(typed, 1);
  const { flow, number } = first ?? {};
  await openPopupOn(asked, { number }, flow?.id);
}

async function choicesFor(typed: string, limit: number): Promise<readonly AddressBarChoice[]> {
  const current = await settings.get();
  const connection = connectionInUse(current);
  if (connection === undefined) return [];
  const key = connectionKey(connection);
  const [cache, recent] = await Promise.all([flowCacheOf(key).get(), recentFlowsOf(key).get()]);
  const flows = flowChoices(connection, cache, recent).filter(({ id }) => mayLaunch(current, id));
  return readAddressBar(typed, flows, limit);
}
