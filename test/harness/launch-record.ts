import { newLaunch } from '../../src/core/launch/event.ts';
import type { Launch } from '../../src/core/launch/launch.ts';

/** The record of a launch as tests need it that look at a part of it only: what is not named is the least there can be. */
export function launchRecord(more: Partial<Launch> = {}): Launch {
  const least = {
    id: '0a0b0c0d-0000-4000-8000-0000000000aa',
    connection: { name: 'Test', key: 'test' },
    flow: { id: '0a0b0c0d-0000-4000-8000-000000000001', name: 'Request callback' },
  };
  return { ...newLaunch(least, 1), ...more };
}
