import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, holds } from '../harness/callback-form.ts';
import { customerTab } from '../harness/customer-tab.ts';
import { countdownIsOver } from '../harness/intention.ts';
import { pressLaunch, resultIn } from '../harness/stage.ts';

const tab = customerTab();

describe('beside an application that changes its record without a page load', () => {
  beforeEach(async () => {
    await tab.goTo('console/1');
    await tab.openForm();
    await holds(tab.popup, alice);
    await tab.page.bringToFront();
    await tab.popup.bringToFront();
  });

  const open = (how: object) =>
    tab.page.evaluate((how) => {
      // A name of the page’s script, no property of its window.
      void new Function('how', 'void crm.open(2, how)')(how);
    }, how);

  test.each<[string, object]>([
    [
      'its address at once, the record later',
      { after: { name: 700, number: 700, mobile: 700, id: 700, email: 700 } },
    ],
    ['only what follows #', { address: 'hash' }],
    ['only its content', { address: 'none' }],
    ['the name first, the number a second later', { after: { number: 1_000 } }],
    ['takes the record away first', { clears: true, after: { number: 900, mobile: 900 } }],
  ])('the form follows: %s', async (_, how) => {
    await open(how);
    await holds(tab.popup, bruno);
    const before = tab.posts().length;
    await pressLaunch(tab.popup);
    await resultIn(tab.popup, 'Completed');
    expect(tab.posts().slice(before)).toEqual([
      { inputData: expect.objectContaining({ 'Flow.customerNumber': bruno }) },
    ]);
  });

  test('Launch pressed while it changes never launches for the one before', async () => {
    const before = tab.posts().length;
    await open({ after: { number: 700, mobile: 700, id: 700, name: 700, email: 700 } });
    await pressLaunch(tab.popup);
    await holds(tab.popup, bruno);
    await countdownIsOver(tab.popup);
    for (const { inputData } of tab.posts().slice(before)) {
      expect(inputData).toMatchObject({ 'Flow.customerNumber': bruno });
    }
  });
});
