import { done, failed, type Outcome } from '../base/failure.ts';

/** A value of the registry. `other`: a type that Chrome does not read. */
export type RegistryValue = { line: number } & (
  | { type: 'text'; value: string }
  | { type: 'number'; value: number }
  | { type: 'other'; value: string }
);

export interface RegistryKey {
  /** The names from the hive down, as written. */
  path: readonly string[];
  line: number;
  values: Map<string, RegistryValue>;
}

/**
 * Reads a registry file: its keys with their values, without those that it deletes.
 * https://support.microsoft.com/topic/9c7f37cf-a5e9-e1cd-c4fa-2a26218a1a23
 *
 * Fails with `policy-not-registry`, with the line, the column and a reason.
 */
export function readRegistryFile(text: string): Outcome<RegistryKey[]> {
  const keys: RegistryKey[] = [];
  let current: RegistryKey | undefined;
  let isDeleted = false;
  for (const { line, number } of logicalLines(text)) {
    const content = line.trim();
    if (content === '' || content.startsWith(';') || header.test(content)) continue;
    const refuse = (reason: string, column = 1) =>
      failed('policy-not-registry', { line: number, column, reason, found: content.slice(0, 40) });
    if (content.startsWith('[')) {
      const [, deletes, path] = /^\[(-?)([^\]]+)\]\s*(?:;.*)?$/.exec(content) ?? [];
      if (path === undefined) return refuse('key_unended', line.length + 1);
      isDeleted = deletes === '-';
      current = { path: path.split('\\'), line: number, values: new Map() };
      if (!isDeleted) keys.push(current);
      continue;
    }
    if (current === undefined) return refuse('no_key');
    const [whole = '', quoted] = /^(?:@|"((?:[^"\\]|\\.)*)")\s*=\s*/.exec(content) ?? [];
    if (whole === '') return refuse('no_name', line.indexOf(content) + 1);
    const value = valueIn(content.slice(whole.length), number);
    if (value === 'malformed') return refuse('value', line.indexOf(content) + whole.length + 1);
    if (value !== 'deleted') current.values.set(unescaped(quoted ?? ''), value);
  }
  return done(keys);
}

const header = /^(?:Windows Registry Editor Version \d|REGEDIT4)/i;

/** Whether a text is a registry file, or a part of one. */
export function isRegistryFile(text: string): boolean {
  return header.test(text.trimStart()) || /^\s*\[-?HK/i.test(text);
}

/** The lines of a file. Lines of bytes that end in a backslash are joined with the next. */
function* logicalLines(text: string): Generator<{ line: string; number: number }> {
  const lines = text.split(/\r\n|\n|\r/);
  for (let at = 0; at < lines.length; at += 1) {
    const number = at + 1;
    const parts = [lines[at] ?? ''];
    const isBytes = /=\s*hex(?:\([\da-f]+\))?:/i.test(parts[0] ?? '');
    while (isBytes && /\\\s*$/.test(parts.at(-1) ?? '') && at + 1 < lines.length) {
      at += 1;
      parts.push((lines[at] ?? '').trim());
    }
    yield { line: parts.map((part) => part.replace(/\\\s*$/, '')).join(''), number };
  }
}

function valueIn(text: string, line: number): RegistryValue | 'deleted' | 'malformed' {
  if (/^-\s*$/.test(text)) return 'deleted';
  const [, quoted] = /^"((?:[^"\\]|\\.)*)"\s*(?:;.*)?$/.exec(text) ?? [];
  if (quoted !== undefined) return { line, type: 'text', value: unescaped(quoted) };
  const [, digits] = /^dword:([\da-f]{1,8})\s*(?:;.*)?$/i.exec(text) ?? [];
  if (digits !== undefined) {
    // 32 bits with a sign.
    return { line, type: 'number', value: Number.parseInt(digits, 16) | 0 };
  }
  const [, type = '3', bytes] = /^hex(?:\(([\da-f]+)\))?:([\da-f,\s]*)(?:;.*)?$/i.exec(text) ?? [];
  if (bytes === undefined) return 'malformed';
  // REG_SZ and REG_EXPAND_SZ, as UTF-16 with a zero at the end.
  if (type === '1' || type === '2') return { line, type: 'text', value: utf16(bytes) };
  return { line, type: 'other', value: registryTypes[type.toLowerCase()] ?? `hex(${type})` };
}

const registryTypes: Readonly<Record<string, string>> = {
  3: 'REG_BINARY',
  7: 'REG_MULTI_SZ',
  b: 'REG_QWORD',
};

function utf16(bytes: string): string {
  const numbers = bytes.split(',').map((each) => Number.parseInt(each, 16));
  return new TextDecoder('utf-16le')
    .decode(Uint8Array.from(numbers.filter((each) => !Number.isNaN(each))))
    .replace(/\0+$/, '');
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
