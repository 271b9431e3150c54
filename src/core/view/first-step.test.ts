import { expect, test } from 'vitest';
import { emptyDraft } from '../form/draft.ts';
import { noPolicy } from '../settings/managed.ts';
import { defaultSettings, settingsSchema } from '../settings/settings.ts';
import { beginsWithForm } from './first-step.ts';

const flowId = '6f1c2f4e-0000-4000-8000-000000000001';
const settings = {
  ...settingsSchema.parse({
    ...defaultSettings,
    connections: [{ name: 'Test', environment: { region: 'mypurecloud.de' }, clientId: flowId }],
    connection: 'Test',
  }),
  policy: noPolicy,
};
const flow = { id: flowId, name: 'Request callback', type: 'WORKFLOW', readAt: 0 };
const facts: Parameters<typeof beginsWithForm>[0] = {
  settings,
  session: { expiresAt: 0 },
  launch: undefined,
  draft: { ...emptyDraft, flowId },
  flowDetails: { [flowId]: { flow } },
};
const { connections } = settings;

test('a view begins with the form of a flow that is chosen and known', () => {
  expect(beginsWithForm(facts)).toBe(true);
});

test('a flow that the settings describe is known', () => {
  const [first] = connections;
  const described = [{ ...first, flows: [{ id: flowId, name: 'Request callback' }] }];
  const own = settingsSchema.parse({ ...settings, connections: described });
  expect(beginsWithForm({ ...facts, flowDetails: {}, settings: { ...settings, ...own } })).toBe(
    true,
  );
});

test.each([
  ['nobody is signed in', { session: undefined }],
  ['no flow is chosen', { draft: emptyDraft }],
  ['the flow is not known yet', { flowDetails: {} }],
  [
    'the flow could not be read',
    { flowDetails: { [flowId]: { failure: { code: 'x' }, readAt: 0 } } },
  ],
  ['there is no connection', { settings: { ...settings, connections: [], connection: undefined } }],
  ['a launch is shown', { launch: {} as never }],
])('it begins otherwise where %s', (_, other) => {
  expect(beginsWithForm({ ...facts, ...other } as typeof facts)).toBe(false);
});
