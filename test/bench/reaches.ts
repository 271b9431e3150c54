import type { Line } from './finding.ts';

interface Reach {
  text: string;
  isMet(line: Line): boolean;
}

/** What each figure is meant to reach. Nothing fails where it does not; the table says so. */
const reaches: Readonly<Record<string, Reach>> = {
  'popup-paint': timesLimit(1.3),
  'popup-ready': timesLimit(2),
  'popup-ready-history': timesLimit(1.05),
  'launch-warm': {
    text: '< peer, ≤ limit + 5 ms',
    isMet: ({ ours, peer, limit }) => ours < (peer?.value ?? 0) && ours <= (limit?.value ?? 0) + 5,
  },
  'launch-cold': {
    text: '< peer, ≤ 1.5 × limit',
    isMet: ({ ours, peer, ratioToLimit }) =>
      ours < (peer?.value ?? 0) && (ratioToLimit ?? Number.NaN) <= 1.5,
  },
  'requests-per-launch': atMost(1),
  'read-page-5k-p95': atMost(15),
  'read-page-50k': {
    text: '≤ peer / 10',
    isMet: ({ ratioToPeer }) => (ratioToPeer ?? Number.NaN) <= 0.1,
  },
  'read-page-50k-p95': atMost(60),
  'read-page-50k-block': atMost(50),
  'idle-cost-bytes': atMost(0),
  'idle-cost-time': atMost(0),
  'picker-10k-p95': atMost(16),
  'memory-1000-worker': timesLimit(1.1),
  'memory-1000-popup': timesLimit(1.1),
  'sizes-zip': atMost(772_000),
  'sizes-worker-gzipped': atMost(78_000),
  'sizes-popup-gzipped': atMost(118_000),
  'sizes-injected': atMost(28_000),
};

/** The reach in words, with whether it is met; empty where none is set. */
export function verdict(line: Line): string {
  const reach = reaches[line.name];
  return reach === undefined ? '' : `${reach.isMet(line) ? '✓' : '✗'} ${reach.text}`;
}

function timesLimit(most: number): Reach {
  return {
    text: `≤ ${most} × limit`,
    isMet: ({ ratioToLimit }) => (ratioToLimit ?? Number.NaN) <= most,
  };
}

function atMost(most: number): Reach {
  return { text: `≤ ${most.toLocaleString('en')}`, isMet: ({ ours }) => ours <= most };
}
