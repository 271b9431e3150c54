import type { Variables } from './quotes.ts';
import { readCommand } from './words.ts';

/** What a script writes into a file before a command sends it, and where it does. */
interface Written {
  readonly text: string;
  readonly span: readonly [number, number];
}

const writer = /(?:^|[\n;&])[ \t]*(?:[$#%>][ \t]+|sudo[ \t]+)*(echo|printf|cat|tee)(?=[ \t])/g;
const mostWriters = 50;

/**
 * What the last command before writes into a file: `echo '…' > body.json`, `cat > body.json <<EOF`, `tee`, and a text
 * that PowerShell hands to `Out-File` or `Set-Content`. Undefined where none does.
 */
export function writtenInto(
  file: string,
  script: string,
  variables: Variables,
): Written | undefined {
  const name = plain(file);
  const found: Written[] = [];
  for (const { 0: whole, 1: program = '', index } of [...script.matchAll(writer)].slice(
    -mostWriters,
  )) {
    const start = index + whole.length - program.length;
    const { words, input, end } = readCommand(script, start, variables);
    const arrow = words.findIndex((word) => /^>>?/.test(word));
    const target = program === 'tee' ? words.at(-1) : targetOf(words, arrow);
    if (target === undefined || plain(target) !== name) continue;
    const said = words.slice(1, arrow).filter((word) => !/^-[neE]+$|^%s(?:\\n)?$/.test(word));
    const text = input ?? (/echo|printf/.test(program) ? said.join(' ') : undefined);
    if (text !== undefined) found.push({ text, span: [start, end] });
  }
  return found.at(-1) ?? ofPowerShell(name, script);
}

/** `> file` or `>file`. */
function targetOf(words: readonly string[], arrow: number): string | undefined {
  const word = words[arrow];
  return word === undefined ? undefined : word.replace(/^>>?/, '') || words[arrow + 1];
}

const piped =
  /(@?)(['"])(?:\r?\n)?(\{[^|]{0,20000}\})\s*\2\1[ \t]*\|[ \t]*(?:Out-File|Set-Content|sc)\b([^\n]*)/g;

function ofPowerShell(name: string, script: string): Written | undefined {
  for (const found of script.matchAll(piped)) {
    const [whole, , , text = '', rest = ''] = found;
    if (rest.split(/[\s'"]+/).some((word) => plain(word) === name))
      return { text, span: [found.index, found.index + whole.length] };
  }
  return undefined;
}

/** The name of a file without its folder. */
function plain(file: string): string {
  return file.replace(/^.*[\\/]/, '');
}
