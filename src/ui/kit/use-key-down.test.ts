import { expect, test } from 'vitest';
import { isAltKey } from './use-key-down.ts';

const pressed = { code: 'KeyR', altKey: true, ctrlKey: false, metaKey: false, repeat: false };

test.each([
  [true, 'Alt and the key', pressed],
  [false, 'the key alone', { ...pressed, altKey: false }],
  [false, 'another key', { ...pressed, code: 'KeyS' }],
  // Windows says Ctrl and Alt for AltGr, with which people type characters.
  [false, 'AltGr and the key', { ...pressed, ctrlKey: true }],
  [false, 'Cmd, Alt and the key', { ...pressed, metaKey: true }],
  [false, 'both held', { ...pressed, repeat: true }],
])('%s for %s', (expected, _, event) => {
  expect(isAltKey(event, 'KeyR')).toBe(expected);
});
