import { done, failed, type Outcome } from '../base/failure.ts';
import { placeOf } from '../base/json-fault.ts';

export type Encoding = 'utf-8' | 'utf-16';

/** The text of a file, and its encoding. */
export interface Decoded {
  text: string;
  encoding: Encoding;
}

/**
 * Decodes a policy file. Most registry files are UTF-16, and editors on Windows write other files so, too. A byte order
 * mark shows that, and without one the zero bytes do. https://www.rfc-editor.org/rfc/rfc2781#section-4.3
 *
 * Fails with `file-not-text`. Its reason is `encoding` for an older encoding, with the place of the first byte that is
 * no UTF-8, or else names what the file is instead of text.
 */
export function decode(bytes: Uint8Array): Outcome<Decoded> {
  const binary = binaryKind(bytes);
  if (binary) return failed('file-not-text', { reason: binary });
  const utf16 = utf16Of(bytes);
  if (utf16) {
    const text = new TextDecoder(utf16).decode(bytes);
    return done({ text: withoutMark(text), encoding: 'utf-16' });
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) return failed('file-not-text', { reason: 'binary' });
    return done({ text: withoutMark(text), encoding: 'utf-8' });
  } catch {
    return failed('file-not-text', { reason: 'encoding', ...placeOfFault(bytes) });
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // A policy begins with ASCII, whatever its format.
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  if (first !== 0 && second === 0 && bytes[2] !== 0 && bytes[3] === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && bytes[2] === 0 && bytes[3] !== 0) return 'utf-16be';
  return undefined;
}

/** What a file is that is no text, judged by its first bytes; undefined for others. */
function binaryKind(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (start.startsWith('bplist')) return 'bplist';
  if (start.startsWith('PK\x03\x04')) return 'zip';
  if (start.startsWith('PReg')) return 'registry_pol';
  // A signed configuration profile is CMS in DER: a SEQUENCE of a length in two bytes or more.
  if (bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80) return 'signed';
  return undefined;
}

/** The place of the first byte that is no UTF-8. */
function placeOfFault(bytes: Uint8Array): { line: number; column: number } {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  return placeOf(lenient, Math.max(0, lenient.indexOf('\uFFFD')));
}

const withoutMark = (text: string) => text.replace(/^\uFEFF/, '');
