/** What Vitest knows of a module that it has loaded. */
interface Loaded {
  promise?: unknown;
  exports?: unknown;
  evaluated: boolean;
  importers: Set<string>;
}

declare const __vitest_worker__: { evaluatedModules: { idToModuleMap: Map<string, Loaded> } };

/**
 * Makes the next import load the worker and the platform anew, as in a process that has just started. That is what
 * `vi.resetModules` does with all modules; but core keeps nothing between two calls, and loading it takes two thirds
 * of the time. Vitest has no public way to name the modules: https://vitest.dev/api/vi#vi-resetmodules
 */
export function renewModules(): void {
  for (const [file, loaded] of __vitest_worker__.evaluatedModules.idToModuleMap) {
    if (!/\/src\/(worker|platform)\//.test(file)) continue;
    loaded.promise = undefined;
    loaded.exports = undefined;
    loaded.evaluated = false;
    loaded.importers.clear();
  }
}
