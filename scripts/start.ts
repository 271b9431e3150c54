// `npm start`: the extension in a browser, beside a sandbox, on a sample CRM page. Without a display
// (or with `-- --headless`) it does the main job by itself and prints what came of it.
import {
  type Browser,
  openBrowser,
  redirectUri,
  settingsFor,
  signInAs,
} from '../test/harness/browser.ts';
import { buildForSandbox } from '../test/harness/build.ts';
import { type Sandbox, startSandbox } from '../test/sandbox/sandbox.ts';
import { isHeadless, untilClosed } from './session.ts';

await buildForSandbox();
const sandbox = await startSandbox({ redirectUris: [redirectUri] });
const browser = await openBrowser({ headed: !isHeadless });
await browser.configure({ ...settingsFor(sandbox), notifications: false });
try {
  await (isHeadless ? runMainJob(browser, sandbox) : stayOpen(browser, sandbox));
} finally {
  await browser.close();
  await sandbox.close();
}

async function stayOpen({ context }: Browser, { crmUrl, users }: Sandbox): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${crmUrl}contacts/1`);
  const { author, agent } = users;
  console.log(`
Kickoff runs in the browser that just opened, beside a sandbox that stands in for Genesys Cloud.

  Next    click Kickoff in the toolbar (under the puzzle piece) or press Alt+Shift+G, choose
          Sign in, pick the flow "Request callback", and launch it.
  Sign in as ${author.email}, password ${author.password} (may do everything; filled in already),
          or as ${agent.email}, password ${agent.password} (may launch, not list flows)
  Stop    close the browser, or press Ctrl+C here.
`);
  await untilClosed({ context });
}

async function runMainJob(extension: Browser, { crmUrl, users, url }: Sandbox): Promise<void> {
  say(`Sandbox at ${url}; the extension is loaded as ${extension.extensionId}.`);
  const { tabId } = await extension.visit(`${crmUrl}contacts/1`);
  say(`Opened the CRM page ${crmUrl}contacts/1`);

  const popup = await extension.popup(tabId);
  await popup.getByRole('button', { name: 'Sign in' }).click();
  await signInAs(extension.context, users.author);
  const picker = popup.getByRole('combobox', { name: 'Flow' });
  await picker.waitFor();
  say(`Signed in as ${users.author.name}.`);

  await picker.fill('Request callback');
  await popup
    .getByRole('option', { name: /^Request callback/ })
    .first()
    .click();
  const number = popup.getByRole('textbox', { name: 'Customer number' });
  await number.waitFor();
  await popup.waitForFunction(() => document.querySelector('form input[value^="+"]') !== null);
  say(`Read from the page: customer number ${await number.inputValue()}`);

  await popup.getByRole('button', { name: 'Launch', exact: true }).click();
  const result = popup.getByRole('region', { name: 'Result' });
  await result.getByText(/^(Completed|Failed|Error|Terminated|Refused|Unknown)$/).waitFor();
  say('');
  say((await result.allInnerTexts()).join('\n').replace(/\n+/g, '\n'));
  const completed = await result.getByText('Completed', { exact: true }).isVisible();
  process.exitCode = completed && extension.complaints.length === 0 ? 0 : 1;
  for (const complaint of extension.complaints) say(complaint);
}

function say(line: string): void {
  console.log(line);
}
