import type { Page } from 'playwright';
import type { State } from './states.ts';

const chosen = { signedIn: 'author', flow: 'requestCallback' } as const;

const number = (view: Page) => view.getByRole('textbox', { name: /customer ?number/i });

/** The page that the view is beside goes on to another customer's. */
async function goOn(view: Page): Promise<void> {
  const page = view
    .context()
    .pages()
    .findLast((each) => /\/crm\/contacts\/1$/.test(each.url()));
  if (page === undefined) throw new Error('The page of the first customer is not open');
  await page.goto(page.url().replace(/1$/, '2'));
}

/** The states in which a launch is asked about, or not made, because it may not be meant. */
export const meant: readonly State[] = [
  {
    name: 'typed-elsewhere',
    ...chosen,
    act: async (view) => {
      await view.getByText('from a link').first().waitFor();
      await number(view).fill('+15550100001');
      await view.bringToFront();
      await goOn(view);
    },
    says: /Typed on/i,
  },
  {
    name: 'page-says-other',
    ...chosen,
    act: async (view) => {
      await view.getByText('from a link').first().waitFor();
      // A view that is not seen does not look, so that only the launch finds it. One that a test opens is
      // always seen.
      await view.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      });
      // A look that was under way ends.
      await view.waitForTimeout(400);
      await goOn(view);
      await view.evaluate(() => {
        const buttons = [...document.querySelectorAll('button')];
        buttons.find(({ textContent }) => textContent === 'Launch')?.click();
      });
      await view.getByText('+493023125555').first().waitFor();
      await view.evaluate(() => Reflect.deleteProperty(document, 'visibilityState'));
      await view.bringToFront();
    },
    says: /The page now shows/i,
  },
  {
    name: 'at-once',
    ...chosen,
    isMeantAtOnce: true,
    act: (view) => view.getByRole('button', { name: 'Stop' }).waitFor(),
    says: 'Stop',
  },
  {
    name: 'another-person',
    ...chosen,
    act: async (view) => {
      await number(view).waitFor();
      await view.evaluate(async () => {
        const all = await chrome.storage.session.get();
        const [key = ''] = Object.keys(all).filter((each) => each.startsWith('session '));
        const session = { ...Object(all[key]), id: 'of Grace' };
        const user = { ...session.user, id: 'grace', name: 'Grace Agent' };
        await chrome.storage.session.set({ [key]: { ...session, user } });
      });
    },
    says: /Grace Agent is signed in now/,
  },
  {
    name: 'unfinished',
    unfinished: {
      flow: { id: '8d9e6f1a-1111-4222-8333-444455556666', name: 'Request callback' },
      state: 'unknown',
      inputs: { 'Flow.customerNumber': '+15550199888' },
      customer: { name: 'Alice Martin', number: '+15550199888' },
    },
    says: /Request callback.*Unknown/,
  },
];
