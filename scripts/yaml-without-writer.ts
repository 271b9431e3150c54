import type { Plugin } from 'vite';

/**
 * Leaves out of js-yaml what writes YAML, and the types of YAML that nothing here reads. A bundler keeps
 * what a module makes by calls at its top, since it can't know that these have no other effect.
 */
export function yamlWithoutWriter(): Plugin {
  return {
    name: 'yaml-without-writer',
    apply: 'build',
    transform(code, id) {
      if (!/\/js-yaml\/dist\/js-yaml\.mjs$/.test(id)) return null;
      const plain = code
        .replace(/^\/\/#region src\/ast\/from_js\.ts$[\s\S]*/m, 'export { load };')
        .replace(/^(?:var|const) \w+ = (?=new |[\w.]+\()/gm, '$&/* @__PURE__ */ ');
      return { code: plain, map: null };
    },
  };
}
