import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A component that is loaded when it is first drawn. Draw it within `Suspense`. */
export function lazily<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await load() }));
}
