import type { Page } from 'playwright';
import { uuid } from '../sandbox/uuid.ts';
import type { Extension } from './builds.ts';
import type { Stage } from './stage.ts';

/** Whether the form shows a number that was read from the page. */
export const filledIn = 'form input[value^="+"]';

export const popupAddress = ({ origin }: Extension, tabId: number): string =>
  `${origin}src/popup/index.html?tab=${tabId}`;

/**
 * Signs ours in, opens a page of the sample CRM with the flow `Request callback` chosen beside it, and
 * the popup once, so that flows are cached as they are for a person on the second click of the day.
 */
export async function prepareContact(
  stage: Stage,
  extensions: readonly Extension[],
): Promise<{ page: Page; tabId: number }> {
  const { sandbox } = stage;
  const { page, tabId } = await stage.visit(`${sandbox.crmUrl}contacts/1`);
  for (const extension of extensions) {
    await stage.prepare(extension);
    const flowId = sandbox.flow('requestCallback').id;
    await stage.store(extension, 'session', { [`draft ${tabId}`]: { flowId, forms: {} } });
    const popup = await stage.open(popupAddress(extension, tabId));
    await popup.locator(filledIn).waitFor();
    await flowsAreRead(popup);
    await popup.close();
  }
  return { page, tabId };
}

/** Waits until the list of flows has come to its end. */
async function flowsAreRead(popup: Page): Promise<void> {
  await popup.waitForFunction(async () => {
    const kept = await chrome.storage.local.get();
    return Object.values(kept).some((value) => (value as { complete?: unknown }).complete === true);
  });
}

/** Records of launches as they are kept, a kilobyte and a half each, all of them done with. */
export function finishedLaunches(count: number): object {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const id = uuid(`launch ${index}`);
      const created = 1_700_000_000_000 + index * 60_000;
      return [`launch ${id}`, finishedLaunch(id, created)] as const;
    }),
  );
}

function finishedLaunch(id: string, created: number): object {
  const url = 'https://api.mypurecloud.de/api/v2/flows/executions';
  const flow = { id: uuid('flow'), name: 'Request callback' };
  const inputData = { 'Flow.customerNumber': '+14155550132', 'Flow.contactType': 'Phone' };
  const execution = uuid(`execution ${id}`);
  return {
    id,
    state: 'completed',
    connection: { name: 'Sandbox', key: 'mypurecloud.de 0' },
    flow,
    inputs: inputData,
    request: {
      method: 'POST',
      url,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ flowId: flow.id, inputData, name: `Request callback · ${id}` }),
    },
    answer: {
      status: 200,
      headers: { 'content-type': 'application/json', 'inin-correlation-id': uuid(`answer ${id}`) },
      body: JSON.stringify({ id: execution, selfUri: `/api/v2/flows/executions/${execution}` }),
      cut: false,
    },
    execution: {
      id: execution,
      status: 'COMPLETED',
      dateLaunched: new Date(created).toISOString(),
      dateCompleted: new Date(created + 900).toISOString(),
      completionReason: 'Success',
      outputData: {
        'Flow.callbackId': 'CB-000001',
        'Flow.queue': 'Callbacks',
        'Flow.note': 'x'.repeat(200),
      },
    },
    times: { created, sent: created + 5, answered: created + 95, ended: created + 1000 },
  };
}
