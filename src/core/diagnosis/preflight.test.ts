import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../base/failure.ts';
import type { FlowDetail } from '../flow/flow.ts';
import { type PreflightFacts, preflight } from './preflight.ts';
import { isStopped } from './stopped.ts';

const now = Date.UTC(2026, 10, 22);
const flow: FlowDetail = { id: 'f', name: 'Callback', type: 'WORKFLOW', readAt: now };
const session = {
  expiresAt: now + 60_000,
  permissions: ['architect:flow:*'],
  scopes: ['architect', 'user-basic-info'],
};
const fine: PreflightFacts = {
  session,
  now,
  flow,
  flowFailure: undefined,
  problems: [],
  numbers: [{ value: '+15550199888', isPlausible: true }],
};
const failure = (code: FailureCode) => ({ code, params: {} });

test('a launch with nothing against it is all in order', () => {
  expect(preflight(fine).map(({ code, state }) => `${code} ${state}`)).toEqual([
    'session ok',
    'permission ok',
    'scope ok',
    'flow ok',
    'inputs ok',
    'number ok',
  ]);
});

describe('each thing is looked at by itself', () => {
  test.each<[string, Partial<PreflightFacts>, string, boolean]>([
    ['signed out', { session: undefined }, 'session problem', true],
    [
      'expired, and renewed on the way',
      { session: { ...session, expiresAt: now } },
      'session doubt',
      false,
    ],
    [
      'no permission',
      { session: { ...session, permissions: ['architect:flow:view'] } },
      'permission problem',
      true,
    ],
    [
      'permissions not told',
      { session: { ...session, permissions: undefined } },
      'permission unknown',
      false,
    ],
    [
      'read-only scope',
      { session: { ...session, scopes: ['architect:readonly'] } },
      'scope problem',
      true,
    ],
    ['scopes not told', { session: { ...session, scopes: undefined } }, 'scope unknown', false],
    ['never published', { flow: { ...flow, cannotLaunch: 'unpublished' } }, 'flow problem', true],
    ['deleted', { flow: { ...flow, cannotLaunch: 'deleted' } }, 'flow problem', true],
    ['inactive', { flow: { ...flow, cannotLaunch: 'inactive' } }, 'flow doubt', false],
    ['no workflow', { flow: { ...flow, cannotLaunch: 'not-workflow' } }, 'flow doubt', false],
    ['only known from the settings', { flow: { ...flow, readAt: 0 } }, 'flow unknown', false],
    ['gone when it was read', { flowFailure: failure('flow-deleted') }, 'flow problem', true],
    ['not found when it was read', { flowFailure: failure('flow-not-found') }, 'flow doubt', false],
    ['not to be looked at', { flowFailure: failure('flow-not-viewable') }, 'flow unknown', false],
    [
      'an input missing',
      { problems: [{ input: 'a', code: 'required', params: {} }] },
      'inputs problem',
      true,
    ],
    ['an odd number', { numbers: [{ value: '12', isPlausible: false }] }, 'number doubt', false],
  ])('%s', (_, part, line, isCertain) => {
    const lines = preflight({ ...fine, ...part });
    const others = lines.filter(({ state }) => state !== 'ok');
    expect(others.map(({ code, state }) => `${code} ${state}`)).toEqual(
      line.startsWith('session problem') ? [line, 'permission unknown', 'scope unknown'] : [line],
    );
    expect(isStopped(lines)).toBe(isCertain);
  });

  test('values that were typed on another page are called neither missing nor invalid', () => {
    const typed = { input: 'Flow.number', code: 'elsewhere', params: {} } as const;
    const missing = { input: 'Flow.note', code: 'required', params: {} } as const;
    const wordsFor = (problems: PreflightFacts['problems']) =>
      preflight({ ...fine, problems }).find(({ code }) => code === 'inputs')?.words;
    expect(wordsFor([typed])).toBe('problem_elsewhere');
    expect(wordsFor([typed, missing])).toBe('preflight_inputs_problem');
  });

  test('no line is about numbers if the flow asks for none', () => {
    expect(preflight({ ...fine, numbers: [] }).map(({ code }) => code)).not.toContain('number');
  });
});
