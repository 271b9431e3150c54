import type { WrittenKey } from './registry-values.ts';

/** The text of a registry file, which `reg import` or a double click merges; `encode` writes it as UTF-16. */
export function toRegistryFile(keys: readonly WrittenKey[]): string {
  const lines = keys.flatMap(({ path, values }) => [
    `[HKEY_LOCAL_MACHINE\\${path}]`,
    ...values.map(({ name, value }) => `"${escaped(name)}"=${data(value)}`),
    '',
  ]);
  return ['Windows Registry Editor Version 5.00', '', ...lines].join('\r\n');
}

function data(value: string | number): string {
  if (typeof value === 'number') return `dword:${(value >>> 0).toString(16).padStart(8, '0')}`;
  // A line cannot hold a line break or another control character, so such a text is written as its bytes.
  return /\p{Cc}/u.test(value) ? `hex(1):${utf16Bytes(`${value}\0`)}` : `"${escaped(value)}"`;
}

const escaped = (text: string) => text.replace(/[\\"]/g, '\\$&');

function utf16Bytes(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const hex = (byte: number) => byte.toString(16).padStart(2, '0');
  return units.flatMap((unit) => [hex(unit & 0xff), hex(unit >> 8)]).join(',');
}
