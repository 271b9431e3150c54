import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';

/**
 * The archive as a signed CRX3 file, for hosting it oneself.
 * https://source.chromium.org/chromium/chromium/src/+/main:components/crx_file/crx3.proto
 */
export function crx(archive: Buffer, key: KeyObject): Buffer {
  const publicKey = publicKeyOf(key);
  const signedData = field(1, idBytes(publicKey));
  const signed = Buffer.concat([
    Buffer.from('CRX3 SignedData\0', 'latin1'),
    uint32(signedData.length),
    signedData,
    archive,
  ]);
  const proof = Buffer.concat([field(1, publicKey), field(2, sign('sha256', signed, key))]);
  const header = Buffer.concat([field(2, proof), field(10000, signedData)]);
  return Buffer.concat([Buffer.from('Cr24'), uint32(3), uint32(header.length), header, archive]);
}

/** The id that Chrome gives an extension signed with this key: 16 bytes of its hash, as a to p. */
export function extensionIdOf(key: KeyObject): string {
  return idBytes(publicKeyOf(key))
    .toString('hex')
    .replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));
}

function publicKeyOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

function idBytes(publicKey: Buffer): Buffer {
  return createHash('sha256').update(publicKey).digest().subarray(0, 16);
}

/** A field of bytes as Protocol Buffers write it: https://protobuf.dev/programming-guides/encoding/ */
function field(number: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
