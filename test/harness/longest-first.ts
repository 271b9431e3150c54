import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Each takes longer than a hundred others together. */
const longest = [
  'src/worker/faults',
  'test/simulate/simulate',
  'test/pasted-cuts',
  'test/sandbox/main',
].map((name) => `/${name}.test.ts`);

/**
 * The longest unit tests come first, so that no worker is left alone with one of them at the end. In a fresh clone
 * Vitest does not know yet how long a file takes, and goes by its size: https://vitest.dev/config/sequence
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = longest.findIndex((name) => moduleId.endsWith(name));
  return place < 0 ? longest.length : place;
}
