import type { Variables } from './quotes.ts';
import { readCommand } from './words.ts';

/** What a script writes into a file before a command sends it, and where it does. */
interface Written {
  readonly text: string;
  readonly span: readonly [number, number];
}

const writer = /(?:^|[\n;&])[ \t]*(?:[$#%>][ \t]+|sudo[ \t]+)*(echo|printf|cat|tee)(?=[ \t])/g;
/** A script has few, and a quote that nothing closes leads to its end. */
const mostWriters = 10;
const farthest = 20_000;

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
  const from = Math.max(0, script.length - farthest);
  const found: Written[] = [];
  const commands = [...script.slice(from).matchAll(writer)].slice(-mostWriters);
  for (const { 0: whole, 1: program = '', index } of commands) {
    const start = from + index + whole.length - program.length;
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

/** `'{…}' | Out-File body.json`, also with a here-string. */
function ofPowerShell(name: string, script: string): Written | undefined {
  const pipes = [...script.matchAll(/\|[ \t]*(?:Out-File|Set-Content)\b([^\n]*)/g)];
  for (const { index, 1: rest = '' } of pipes.slice(-mostWriters)) {
    if (!rest.split(/[\s'"]+/).some((word) => plain(word) === name)) continue;
    const before = script.slice(0, index).trimEnd().replace(/@$/, '');
    const quote = before.at(-1) ?? '';
    const start = Math.max(
      ...[`${quote}{`, `${quote}\n{`, `${quote}\r\n{`].map((it) => before.lastIndexOf(it)),
    );
    if (/['"]/.test(quote) && start >= 0)
      return { text: before.slice(start + 1, -1).trim(), span: [start, index + rest.length] };
  }
  return undefined;
}

/** The name of a file without its folder. */
function plain(file: string): string {
  return file.replace(/^.*[\\/]/, '');
}
