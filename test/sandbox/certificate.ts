import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate that no browser trusts until it is told to, and the key that goes with it. */
export interface Certificate {
  /** PEM. */
  key: string;
  cert: string;
  /**
   * SHA-256 of the public key, in base64: a Chromium started with
   * `--ignore-certificate-errors-spki-list=` and this trusts the certificate, and no other program does.
   */
  fingerprint: string;
}

/** Makes a self-signed certificate for 127.0.0.1, valid from yesterday for a month. */
export function makeCertificate(now = Date.now()): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const day = 86_400_000;
  const name = sequence(set(sequence(oid('550403'), tagged(0x0c, Buffer.from('Sandbox')))));
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    sequence(time(now - day), time(now + 30 * day)),
    name,
    spki,
    tagged(0xa3, sequence(subjectAlternativeName)),
  );
  const signature = sign('sha256', body, privateKey);
  const certificate = sequence(
    body,
    ecdsaWithSha256,
    tagged(0x03, Buffer.concat([Buffer.from([0]), signature])),
  );
  return {
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    cert: pem(certificate),
    fingerprint: createHash('sha256').update(spki).digest('base64'),
  };
}

// X.509 in DER, as far as one certificate needs it: https://www.rfc-editor.org/rfc/rfc5280#section-4

function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Buffer[]): Buffer => tagged(0x30, ...parts);
const set = (...parts: Buffer[]): Buffer => tagged(0x31, ...parts);
const integer = (value: Buffer): Buffer => tagged(0x02, value);
const oid = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'));

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const subjectAlternativeName = sequence(
  oid('551d11'),
  tagged(0x04, sequence(tagged(0x87, Buffer.from([127, 0, 0, 1])))),
);

/** A UTCTime, which has two digits for the year and no fractions. */
function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/\D/g, '').slice(2, 14);
  return tagged(0x17, Buffer.from(`${digits}Z`));
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
