import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/**
 * The archive as a signed CRX3 file, for hosting it oneself.
 * https://source.chromium.org/chromium/chromium/src/+/main:components/crx_file/crx3.proto
 */
export function crx(archive: Buffer, key: KeyObject): Buffer {
  const publicKey = publicKeyOf(key);
  return crxOf({
    publicKey,
    signature: sign('sha256', signedBytes(publicKey, archive), key),
    archive,
  });
}

/** What a CRX3 file is made of. */
export interface CrxParts {
  /** DER, as SPKI. */
  publicKey: Buffer;
  signature: Buffer;
  archive: Buffer;
}

function crxOf({ publicKey, signature, archive }: CrxParts): Buffer {
  const proof = Buffer.concat([field(1, publicKey), field(2, signature)]);
  const header = Buffer.concat([field(2, proof), field(10000, field(1, idBytes(publicKey)))]);
  return Buffer.concat([Buffer.from('Cr24'), uint32(3), uint32(header.length), header, archive]);
}

function signedBytes(publicKey: Buffer, archive: Buffer): Buffer {
  const signedData = field(1, idBytes(publicKey));
  const name = Buffer.from('CRX3 SignedData\0', 'latin1');
  return Buffer.concat([name, uint32(signedData.length), signedData, archive]);
}

/**
 * Takes apart a CRX3 file such as `crx` makes. `undefined` for any other bytes: also for a file that a
 * browser might take, but that has more in it than was signed.
 */
export function readCrx(file: Buffer): CrxParts | undefined {
  try {
    const headerEnd = 12 + file.readUInt32LE(8);
    const proof = fieldsIn(file.subarray(12, headerEnd)).get(2);
    const [publicKey, signature] = proof ? [1, 2].map((it) => fieldsIn(proof).get(it)) : [];
    if (!publicKey || !signature) return undefined;
    const parts = { publicKey, signature, archive: file.subarray(headerEnd) };
    return crxOf(parts).equals(file) ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the archive was signed with the key that the file names. */
export function isSigned({ publicKey, signature, archive }: CrxParts): boolean {
  const key = { key: publicKey, format: 'der', type: 'spki' } as const;
  return verify('sha256', signedBytes(publicKey, archive), createPublicKey(key), signature);
}

/** The fields of bytes in a message, by their numbers; throws where there is anything else. */
function fieldsIn(message: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>();
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let place = 1; ; place *= 128) {
      const byte = message.readUInt8(at);
      at += 1;
      value += (byte % 128) * place;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = number();
    const length = number();
    fields.set(Math.floor(tag / 8), message.subarray(at, at + length));
    at += length;
  }
  return fields;
}

/** The id that Chrome gives an extension signed with this key: 16 bytes of its hash, as a to p. */
export function extensionIdOf(key: KeyObject): string {
  return extensionIdOfKey(publicKeyOf(key));
}

/** The same of a public key as a CRX file has it. */
export function extensionIdOfKey(publicKey: Buffer): string {
  return idBytes(publicKey)
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
