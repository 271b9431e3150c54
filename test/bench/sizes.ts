import { buildAsReleased, releasedBuild } from '../harness/build.ts';
import { ours } from './builds.ts';
import { injectedSize, sizesOf } from './built-sizes.ts';
import { against, type Finding, type Measurement } from './finding.ts';
import { sampleOf } from './sample.ts';

/**
 * How large the released build is; `test/sweeps/gates.test.ts` holds it. Peers are what others of the kind weigh: their
 * released packages, or built from their repositories.
 */
export const sizes: Measurement = {
  name: 'sizes',
  async run() {
    await buildAsReleased();
    const { zip, worker, popup, popupLater } = sizesOf(releasedBuild);
    const react = against('React alone', await reactAlone());
    const inspector = (value: number) => against('Salesforce Inspector Reloaded 2.1', value);
    const clipper = (value: number) => against('Obsidian Web Clipper 1.7.1', value);
    const size = (name: string, value: number, beside: Partial<Finding> = {}): Finding => ({
      name: `sizes-${name}`,
      unit: 'bytes',
      ours: sampleOf([value]),
      ...beside,
    });
    return [
      size('zip', zip, { peer: inspector(1_300_000) }),
      size('worker', worker.plain, { peer: clipper(57_000) }),
      size('worker-gzipped', worker.gzipped),
      size('popup', popup.plain, { peer: inspector(299_000) }),
      size('popup-gzipped', popup.gzipped, { limit: react }),
      size('popup-later-gzipped', popupLater.gzipped),
      size('injected', await injectedSize(), { peer: clipper(2_640_000) }),
    ];
  },
};

/** A page of React that says hello, gzipped. */
async function reactAlone(): Promise<number> {
  const { path } = await ours();
  return sizesOf(path, 'bench/hello.html').popup.gzipped;
}
