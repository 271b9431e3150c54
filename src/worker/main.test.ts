import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

// An event that wakes the worker is lost where its listener is registered later than at once:
// https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/events
const source = readFileSync(new URL('./main.ts', import.meta.url), 'utf8');

describe('the worker, as it starts,', () => {
  test.each([
    'answerQuestions',
    'onLaunchDropped',
    'onAlarm',
    'onMenuClick',
    'onCommand',
    'onNotificationClick',
    'onBegin',
    'onTabGone',
    'onAddressBar',
    'followSites',
    'ownSettings.onChange',
    'policy.onChange',
    'settings.onChange',
  ])('registers %s at top level', (listener) => {
    expect(source).toMatch(new RegExp(`^${listener.replace('.', '\\.')}\\(`, 'm'));
  });

  test('waits for nothing before', () => {
    expect(source).not.toMatch(/^await |^\w.*= await /m);
  });
});
