import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { settingsFor } from '../harness/browser.ts';
import { focusIsOn } from '../harness/focus.ts';
import { haveSession } from '../harness/have-session.ts';
import {
  chooseFlow,
  leaveQuietly,
  openLauncher,
  openStage,
  picker,
  pressLaunch,
  resultIn,
  type Stage,
} from '../harness/stage.ts';

// What spares hands in the form and before it.

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await haveSession(stage);
});
afterEach(() => leaveQuietly(stage));
afterAll(() => stage?.close());

test('a flow is pinned by its star in the list and beside the chosen flow, and then comes first', async () => {
  const { popup } = await openLauncher(stage);
  await picker(popup).fill('Service status');
  const option = popup.getByRole('option', { name: /Service status/ }).first();
  await option.locator('[data-star]').click();
  await option.locator('[data-star][data-on]').waitFor();
  await picker(popup).fill('');
  const pinned = popup.getByRole('group', { name: 'Pinned' });
  await pinned.getByRole('option', { name: /Service status/ }).waitFor();
  await pinned.getByRole('option', { name: /Service status/ }).click();
  const star = popup.getByRole('button', { name: 'Pin this flow' });
  expect(await star.getAttribute('aria-pressed')).toBe('true');
  await star.press('Enter');
  await expect.poll(() => star.getAttribute('aria-pressed')).toBe('false');
});

test('the list of flows opens at the chosen flow', async () => {
  const { popup } = await openLauncher(stage);
  await picker(popup).click();
  const sixth = popup.getByRole('option').and(popup.locator('[data-place="5"]'));
  await sixth.click();
  await sixth.waitFor({ state: 'hidden' });
  await picker(popup).click();
  await sixth.and(popup.locator('[data-active][aria-selected="true"]')).waitFor();
});

test('inputs can be edited as JSON, with the form following; what is no input is refused', async () => {
  const { popup } = await openLauncher(stage);
  await chooseFlow(popup, 'Request callback');
  const number = popup.getByRole('textbox', { name: 'Customer number' });
  await expect.poll(() => number.inputValue()).toBe('+15550199888');
  await popup.getByRole('button', { name: 'What will be sent' }).click();
  await popup.getByRole('button', { name: 'Edit inputs as JSON' }).click();
  const json = popup.getByRole('textbox', { name: 'Inputs as JSON' });
  const edited = JSON.parse(await json.inputValue());
  const name = Object.keys(edited).find((key) => edited[key] === '+15550199888') ?? '';
  await json.fill(JSON.stringify({ ...edited, [name]: '+14155550100' }));
  await expect.poll(() => number.inputValue()).toBe('+14155550100');
  await json.fill(JSON.stringify({ ...edited, 'Flow.custmerNumber': '+14155550199' }));
  await popup.getByText('Not an input of this flow: Flow.custmerNumber').waitFor();
  expect(await number.inputValue()).toBe('+14155550100');
  expect(await json.inputValue()).toContain('custmerNumber');
});

test('beside a list of contacts, the form asks which customer is meant, by name', async () => {
  const { sandbox, browser } = stage;
  const { tabId } = await browser.visit(`${sandbox.crmUrl}contacts`);
  const popup = await browser.popup(tabId);
  await chooseFlow(popup, 'Request callback');
  const number = popup.getByRole('textbox', { name: 'Customer number' });
  await popup.getByText('This page shows several customers. Who is this launch about?').waitFor();
  expect(await number.inputValue()).toBe('');
  await pressLaunch(popup);
  await popup
    .getByText('Choose the customer whom this launch is about.', { exact: true })
    .waitFor();
  await popup.getByRole('button', { name: 'Bruno Keller, +49 30 23125555' }).click();
  await expect.poll(() => number.inputValue()).toBe('+493023125555');
  await popup.getByText('This launch is about Bruno Keller, +49 30 23125555.').waitFor();
  const another = popup.getByRole('button', { name: 'Choose another' });
  expect(await another.evaluate((it) => it === document.activeElement)).toBe(true);
  await popup.keyboard.press('Enter');
  await focusIsOn(popup, 'This page shows several customers. Who is this launch about?');
  await popup.getByRole('button', { name: 'Bruno Keller, +49 30 23125555' }).click();
  await focusIsOn(popup, 'Choose another');
  await popup.close();
  const again = await browser.popup(tabId);
  const kept = again.getByRole('textbox', { name: 'Customer number' });
  await expect.poll(() => kept.inputValue()).toBe('+493023125555');
  await pressLaunch(again);
  await resultIn(again, 'Completed');
  expect(sandbox.executions().at(-1)).toMatchObject({
    inputData: { 'Flow.customerNumber': '+493023125555' },
  });
  await again.getByRole('button', { name: 'New launch' }).click();
  await again.getByText('This page shows several customers. Who is this launch about?').waitFor();
});

test('the first set-up keeps what was typed when the popup closes', async () => {
  await stage.browser.configure({ ...settingsFor(stage.sandbox), connections: [] });
  const { popup, tabId } = await openLauncher(stage);
  await popup.getByLabel('Region').selectOption('mypurecloud.de');
  await popup.getByLabel('Client ID').fill('8d9e6f1a-1111');
  await popup.close();
  const again = await stage.browser.popup(tabId);
  await expect.poll(() => again.getByLabel('Client ID').inputValue()).toBe('8d9e6f1a-1111');
  expect(await again.getByLabel('Region').inputValue()).toBe('mypurecloud.de');
});
