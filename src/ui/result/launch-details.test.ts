import { expect, test } from 'vitest';
import { launchRecord } from '../../../test/harness/launch-record.ts';
import type { LaunchState } from '../../core/launch/launch.ts';
import { timesOf } from './launch-details.ts';

const launch = launchRecord({ state: 'launched', times: { created: 1_000, sent: 2_000 } });

test.each<[LaunchState, string]>([
  ['sending', 'time_sent'],
  ['refused', 'time_sent'],
  ['unknown', 'time_sent'],
  ['launched', 'time_launched'],
  ['completed', 'time_launched'],
  ['terminated', 'time_launched'],
])('the time of a launch that is %s stands under %s', (state, label) => {
  expect(timesOf({ ...launch, state }, (key) => key).map((fact) => fact.label)).toEqual([label]);
});

test('a launch that was never sent says when it was asked for', () => {
  const refused = launchRecord({ state: 'refused', times: { created: 1_000, ended: 1_500 } });
  expect(timesOf(refused, (key) => key)[0]?.label).toBe('time_requested');
});
