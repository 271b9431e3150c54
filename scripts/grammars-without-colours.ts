import type { Plugin } from 'vite';

/**
 * Leaves out of the grammars of pasted code the colours that they give to an editor. Nothing here
 * shows colours, but a bundler keeps them, since it can't know that the calls at the top of a module
 * have no other effect. Leaves out the log of the parser, too, which only Node can switch on.
 */
export function grammarsWithoutColours(): Plugin {
  return {
    name: 'grammars-without-colours',
    apply: 'build',
    transform(code, id) {
      if (!/\/@lezer\/\w+\/dist\/index\.js$/.test(id)) return null;
      const plain = code
        .replace(/^import \{ styleTags, tags \} from '@lezer\/highlight';$/m, '')
        .replace(/^const \w+ = styleTags\(\{[\s\S]*?^\}\);$/m, '')
        .replace(/^\s*propSources: \[\w+\],?$/m, '')
        .replace(/^const verbose = .*$/m, 'const verbose = false;');
      return { code: plain, map: null };
    },
  };
}
