import type { Plugin } from 'vite';

/** Methods of `@lezer/common` and `@lezer/lr` that no reader of ours calls; `iterate` is that of a cursor. */
const ofEditors =
  /^ {4}(?:(?:toString|cursorAt|resolve|resolveInner|resolveStack|childString|matchContext|enterUnfinishedNodesBefore|toTree|moveTo|getName|extend)\([^\n]*\)|get tree\(\)|iterate\(enter, leave\)) \{\n[\s\S]*?^ {4}\}\n/gm;

/** What else than a dialect and a top rule a parser may be configured with. */
const otherSettings =
  /^ {8}if \(config\.(?:props|tokenizers|specializers|contextTracker|strict|wrap|bufferLength)\b[^\n]*\n(?: {9,}[^\n]*\n)*(?: {8}\}\n)?/gm;

/**
 * Leaves out of the grammars of pasted code the colours that they give to an editor. Nothing here
 * shows colours, but a bundler keeps them, since it can't know that the calls at the top of a module
 * have no other effect. Leaves out the log of the parser, too, which only Node can switch on, and what only an editor
 * asks of a tree: the nodes at a place, brackets that belong together, its text, and to parse on from an earlier tree.
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
        .replace(/^ {2}nodeProps: \[\n[\s\S]*?^ {2}\],\n/m, '')
        .replace(/^const verbose = .*$/m, 'const verbose = false;')
        .replace(/fragments\.length && [^?]*\? new FragmentCursor\([^()]*\) : null/, 'null')
        .replace(ofEditors, '')
        .replace(otherSettings, '');
      return { code: plain, map: null };
    },
  };
}
