import type { PolicySchema } from './check.ts';
import type { PolicyFile } from './file.ts';
import type { RegistryKey } from './registry-file.ts';
import { fromKeys } from './registry-form.ts';

/** A text in single quotes. Within, a doubled quote stands for one; PowerShell takes curly quotes for straight ones. */
const quoted = "'((?:[^'‘’‚‛]|['‘’‚‛]{2})*)'";
const keyLine = new RegExp(`^\\s*\\$key\\s*=\\s*${quoted}\\s*$`, 'i');
const valueLine = new RegExp(
  `^\\s*(?:New|Set)-ItemProperty\\b.*?-Name\\s+${quoted}\\s+-(?:Property)?Type\\s+(\\w+)\\s+-Value\\s+(?:${quoted}|(-?\\d+))`,
  'i',
);

/** Whether a text is a script that writes policies to the registry. */
export function isPolicyScript(text: string): boolean {
  return /\b(?:New|Set)-ItemProperty\b/i.test(text);
}

/** Reads the policies that a PowerShell script writes, if the script has the form that `toScript` gives it. */
export function fromScript(text: string, schema: PolicySchema): PolicyFile {
  const keys: RegistryKey[] = [];
  for (const [index, content] of text.split(/\r\n|\n|\r/).entries()) {
    const line = index + 1;
    const path = keyLine.exec(content)?.[1];
    if (path !== undefined) {
      keys.push({ path: unquoted(path).replace(':', '').split('\\'), line, values: new Map() });
    }
    const [, name, type = '', value, number] = valueLine.exec(content) ?? [];
    if (name === undefined) continue;
    keys
      .at(-1)
      ?.values.set(
        unquoted(name),
        number === undefined || type.toLowerCase() !== 'dword'
          ? { line, type: 'text', value: unquoted(value ?? number ?? '') }
          : { line, type: 'number', value: Number(number) },
      );
  }
  return fromKeys(keys, 'script', schema);
}

const unquoted = (text: string) => text.replace(/(['‘’‚‛])['‘’‚‛]/g, '$1');
