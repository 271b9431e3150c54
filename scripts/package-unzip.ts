import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Entry } from './package-zip.ts';

/** Reads an archive by its directory at the end, as browsers do. */
export function unzip(archive: Buffer): Entry[] {
  const count = archive.readUInt16LE(archive.length - 12);
  let at = archive.readUInt32LE(archive.length - 6);
  return Array.from({ length: count }, () => {
    const packedSize = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    const path = archive.subarray(at + 46, at + 46 + nameLength).toString();
    const start = local + 30 + nameLength;
    at += 46 + nameLength;
    return { path, bytes: inflateRawSync(archive.subarray(start, start + packedSize)) };
  });
}

/** Writes the files of an archive into a folder. */
export function unpack(archive: Buffer, folder: string): void {
  for (const { path, bytes } of unzip(archive)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
