import { describe, expect, test } from 'vitest';
import { anyPage } from '../harness/any-page.ts';
import { alice, bruno } from '../harness/callback-form.ts';
import { hang } from '../harness/hang.ts';
import { countdownIsOver, leaveIntention } from '../harness/intention.ts';
import { pressLaunch, resultIn } from '../harness/stage.ts';

// Pages that do not do as a form would like them to. Whatever they do, nothing is launched that was not
// meant, the form says what is the case, and what was typed stays.

const on = anyPage();

const selected = '+14155552671';

/** A selection was clicked in the menu on the page in front. */
function select(): Promise<void> {
  return leaveIntention(on.stage, on.tabId, { said: { selection: selected } });
}

describe('a page that does not respond', () => {
  test('leaves the form what was selected on it, and fills the rest when it responds', async () => {
    await on.visit('console/1');
    const release = await hang(on.page);
    await select();
    await on.openForm();
    await on.holds(selected);
    await on.popup.getByText('This page does not respond.').waitFor();
    release();
    await on.popup.getByText(/^Alice Martin.*read at/).waitFor();
    await on.holds(selected);
    await on.launches(selected);
  });

  test('leaves the form to the person; what they typed stays when it responds', async () => {
    await on.visit('console/1');
    const release = await hang(on.page);
    await on.openForm();
    await on.popup.getByText('This page does not respond.').waitFor();
    await on.number().fill('+15550100001');
    release();
    await on.popup.getByText(/^Alice Martin.*read at/).waitFor();
    await on.holds('+15550100001');
    await on.launches('+15550100001');
  });

  test('leaves its number to be typed over, if the person is in the empty field as it comes', async () => {
    await on.visit('console/1');
    const release = await hang(on.page);
    await on.openForm();
    await on.number().focus();
    release();
    await on.holds(alice);
    await on.popup.keyboard.type('+15550100001');
    expect(await on.number().inputValue()).toBe('+15550100001');
    await on.launches('+15550100001');
  });

  test('adds nothing to a number that the person has begun to type as it comes', async () => {
    await on.visit('console/1');
    const release = await hang(on.page);
    await on.openForm();
    await on.number().focus();
    await on.popup.keyboard.type('+1555');
    release();
    await on.popup.keyboard.type('010', { delay: 100 });
    await on.popup.getByText(/^Alice Martin.*read at/).waitFor();
    await on.popup.keyboard.type('0001');
    expect(await on.number().inputValue()).toBe('+15550100001');
    await on.launches('+15550100001');
  });

  test('when Launch is pressed is not launched for by itself: the form says how old its values are', async () => {
    await on.visit('console/1');
    await on.openForm();
    await on.holds(alice);
    const release = await hang(on.page);
    await pressLaunch(on.popup);
    await on.popup.getByText('The page does not respond, so nothing was launched.').waitFor();
    expect(on.launched()).toEqual([]);
    await on.popup.getByRole('button', { name: 'Launch anyway' }).click();
    await resultIn(on.popup, 'Completed');
    expect(on.launched()).toEqual([alice]);
    release();
  });
});

test('a page that never finishes loading is read as far as it is there', async () => {
  await on.begin('pages/endless');
  await on.page.getByText('Orders').waitFor();
  await on.openForm();
  await on.holds(alice);
  await on.launches(alice);
});

test('a page with a frame that never finishes loading is read without it', async () => {
  await on.visit('contacts/1');
  await on.page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    document.body.append(frame);
  }, on.address('pages/endless'));
  await on.openForm();
  await on.holds(alice);
  await on.launches(alice);
});

test('a page that loads itself anew ten times a second launches for no other customer, and loses nothing that was typed', async () => {
  await on.begin('pages/reloading');
  await on.openForm();
  await on.number().fill('+15550100001');
  await pressLaunch(on.popup);
  await countdownIsOver(on.popup);
  expect(on.launched().filter((value) => value !== '+15550100001')).toEqual([]);
  if (on.launched().length === 0) await on.holds('+15550100001');
});

describe('a page that says another number', () => {
  const say = (value: string) =>
    on.page.evaluate(`crm.change('phone', '${value}'); crm.change('mobile', '${value}')`);

  test('between reading and launching is not launched for: the form shows both', async () => {
    await on.visit('console/1');
    await on.openForm();
    await on.holds(alice);
    await say(bruno);
    await pressLaunch(on.popup);
    await on.holds(bruno);
    expect(on.launched().filter((value) => value !== bruno)).toEqual([]);
    await say(alice);
    await on.holds(alice);
  });

  test('over and over, there and back, is launched for only by what it shows', async () => {
    await on.visit('console/1');
    await on.openForm();
    await on.holds(alice);
    await on.page.evaluate(`setInterval(() => {
      crm.change('phone', '${bruno}');
      setTimeout(() => crm.change('phone', '${alice}'), 70);
    }, 150)`);
    const shown = await on.number().inputValue();
    await pressLaunch(on.popup);
    await countdownIsOver(on.popup);
    expect(on.launched().filter((value) => value !== shown)).toEqual([]);
  });
});

test('a frame that shows another record meanwhile is not launched for', async () => {
  await on.visit('pages/framed-1');
  await on.openForm();
  await expect.poll(() => on.number().inputValue()).not.toBe('');
  const shown = await on.number().inputValue();
  await on.page.evaluate((other) => {
    const frame = document.querySelector('iframe');
    if (frame) frame.srcdoc = frame.srcdoc.replace(/\+1 415 555 0132/, other);
  }, '+1 212 555 0143');
  await pressLaunch(on.popup);
  await expect.poll(() => on.number().inputValue()).not.toBe(shown);
  expect(on.launched()).toEqual([]);
});

describe('a page that cannot be read', () => {
  test('leaves the form what was selected on it', async () => {
    await on.visit('contacts/1');
    await on.page.goto('chrome://version');
    await select();
    await on.openForm();
    await on.holds(selected);
    await on.launches(selected);
  });
});
