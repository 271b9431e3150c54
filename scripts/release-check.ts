import { objections } from './package-check.ts';
import { extensionIdOfKey, isSigned, readCrx } from './package-crx.ts';
import { licensesText, type Part, sbom } from './package-parts.ts';
import { unzip } from './package-unzip.ts';
import { type Entry, zip } from './package-zip.ts';
import { checksums, type ReleaseFiles, updateManifest, withUpdateUrl } from './release-files.ts';

/** What a release must be, as the sources and its publisher say. */
export interface Expected {
  version: string;
  /** The extension's id, which is the hash of the key that signs. */
  id: string;
  /** The manifest as the sources make it, for what it asks of a browser. */
  manifest: Record<string, unknown>;
  parts: readonly Part[];
}

/** What of a manifest gives the extension power. */
const powers = [
  'permissions',
  'host_permissions',
  'optional_permissions',
  'optional_host_permissions',
  'content_scripts',
  'externally_connectable',
  'web_accessible_resources',
  'content_security_policy',
  'incognito',
  'storage',
  'minimum_chrome_version',
] as const;

/**
 * What is wrong with a release; empty only where all of it is as it should be. The key that signed is the
 * anchor: without it neither the CRX nor, because both must hold the same, the ZIP can be changed.
 * Nothing is taken on trust that was not checked, and nothing beside what was checked may be there.
 */
export function releaseObjections(files: ReleaseFiles, expected: Expected): string[] {
  try {
    return objectionsTo(files, expected);
  } catch (error) {
    return [`a part of the release cannot be read: ${error}`];
  }
}

function objectionsTo(files: ReleaseFiles, expected: Expected): string[] {
  const name = `kickoff-${expected.version}`;
  const { SHA256SUMS: sums, ...rest } = files;
  const names = [
    `${name}.zip`,
    `${name}.crx`,
    'update.xml',
    'third-party-licences.txt',
    'sbom.cdx.json',
  ];
  const missing = [...names, 'SHA256SUMS'].filter((file) => files[file] === undefined);
  const extra = Object.keys(rest).filter((file) => !names.includes(file));
  if (missing.length > 0 || extra.length > 0 || sums === undefined) {
    return [
      ...missing.map((file) => `${file} is missing`),
      ...extra.map((file) => `${file} is no part of the release`),
    ];
  }
  const archive = files[`${name}.zip`] ?? Buffer.alloc(0);
  const signed = files[`${name}.crx`] ?? Buffer.alloc(0);
  const entries = entriesOf(archive);
  return [
    ...(sums.equals(Buffer.from(checksums(rest))) ? [] : ['SHA256SUMS does not fit the files']),
    ...(entries ? archiveObjections(entries, expected) : [`${name}.zip is no archive of ours`]),
    ...crxObjections(signed, entries, files['update.xml'], expected),
    ...differs(
      files,
      'sbom.cdx.json',
      sbom({ name: 'kickoff-for-genesys-cloud', version: expected.version }, expected.parts),
    ),
    ...differs(files, 'third-party-licences.txt', licensesText(expected.parts)),
  ];
}

/** The files of an archive, where it is byte for byte the one that we make of them. */
function entriesOf(archive: Buffer): Entry[] | undefined {
  try {
    const entries = unzip(archive);
    return zip(entries).equals(archive) ? entries : undefined;
  } catch {
    return undefined;
  }
}

function archiveObjections(entries: readonly Entry[], { manifest, version }: Expected): string[] {
  const names = entries.map(({ path }) => path);
  const twice = names.filter((path, place) => names.indexOf(path) !== place);
  const found = JSON.parse(
    String(entries.find(({ path }) => path === 'manifest.json')?.bytes ?? '{}'),
  );
  const changed = powers.filter((power) => !isSame(found[power], manifest[power]));
  return [
    ...objections(entries),
    ...twice.map((path) => `${path} is in the archive twice`),
    ...changed.map((power) => `manifest.json has another ${power} than the sources`),
    ...(found.version === version ? [] : ['manifest.json has another version']),
  ];
}

function crxObjections(
  file: Buffer,
  entries: readonly Entry[] | undefined,
  update: Buffer | undefined,
  { id, version }: Expected,
): string[] {
  const crx = readCrx(file);
  if (crx === undefined) return ['the CRX is no CRX3 file of ours'];
  if (extensionIdOfKey(crx.publicKey) !== id) return ['the CRX is signed with another key'];
  if (!isSigned(crx)) return ['the signature of the CRX does not fit'];
  const inside = entriesOf(crx.archive);
  const manifest = inside?.find(({ path }) => path === 'manifest.json');
  const updateUrl = JSON.parse(String(manifest?.bytes ?? '{}')).update_url?.replace(
    /\/update\.xml$/,
    '',
  );
  const isTheSame = entries && zip(withUpdateUrl(entries, updateUrl)).equals(crx.archive);
  return [
    ...(isTheSame ? [] : ['the CRX holds something else than the ZIP']),
    ...(update?.equals(Buffer.from(updateManifest(inside ?? [], version, id, updateUrl)))
      ? []
      : ['update.xml does not fit the CRX']),
  ];
}

function differs(files: ReleaseFiles, name: string, wanted: string): string[] {
  return files[name]?.equals(Buffer.from(wanted)) ? [] : [`${name} is not that of the sources`];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
