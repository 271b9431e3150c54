import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive: its path with `/`, and its bytes. */
export interface Entry {
  path: string;
  bytes: Buffer;
}

/** The earliest time that a ZIP archive can say, 1980-01-01: the same bytes whenever it is made. */
const dosDate = 0x0021;

/**
 * A ZIP archive of files, in the order of their paths: the same files give the same bytes.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16
 */
export function zip(entries: readonly Entry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes } of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const name = Buffer.from(path, 'utf8');
    const packed = deflated(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // needs version 2.0
    common.writeUInt16LE(0x0800, 2); // names are UTF-8
    common.writeUInt16LE(8, 4); // deflated
    common.writeUInt16LE(0, 6);
    common.writeUInt16LE(dosDate, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    local.push(signature('PK\x03\x04'), common, name, packed);

    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(signature('PK\x01\x02\x14\x00'), common, rest, name);
    offset += 4 + common.length + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, signature('PK\x05\x06'), end]);
}

/**
 * The bytes deflated, as small as zlib makes them: which of its window of symbols does so depends on the
 * file. https://zlib.net/manual.html#Advanced
 */
export function deflated(bytes: Buffer): Buffer {
  const [first, ...others] = [9, 8, 7, 6, 5].map((memLevel) =>
    deflateRawSync(bytes, { level: 9, memLevel }),
  ) as [Buffer, ...Buffer[]];
  return others.reduce((least, each) => (each.length < least.length ? each : least), first);
}

function signature(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
