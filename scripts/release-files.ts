import { createHash, type KeyObject } from 'node:crypto';
import { crx, extensionIdOf } from './package-crx.ts';
import { licensesText, type Part, sbom } from './package-parts.ts';
import { type Entry, zip } from './package-zip.ts';

/** By name. */
export type ReleaseFiles = Readonly<Record<string, Buffer>>;

export interface Release {
  version: string;
  /** The files of the built extension. */
  entries: readonly Entry[];
  /** The private key that signs the CRX. */
  key: KeyObject;
  /** The folder in which CRX and update manifest will be hosted, without a slash at its end. */
  updateUrl: string | undefined;
  parts: readonly Part[];
}

/** All files of a release. The same sources, key and address give the same bytes. */
export function releaseFiles({ version, entries, key, updateUrl, parts }: Release): ReleaseFiles {
  const name = `kickoff-${version}`;
  const files = {
    [`${name}.zip`]: zip(entries),
    [`${name}.crx`]: crx(zip(withUpdateUrl(entries, updateUrl)), key),
    'update.xml': Buffer.from(updateManifest(entries, version, extensionIdOf(key), updateUrl)),
    'third-party-licences.txt': Buffer.from(licensesText(parts)),
    'sbom.cdx.json': Buffer.from(sbom({ name: 'kickoff-for-genesys-cloud', version }, parts)),
  };
  return { ...files, SHA256SUMS: Buffer.from(checksums(files)) };
}

/** Chrome looks there for newer versions of what was not installed from the store. */
export function withUpdateUrl(entries: readonly Entry[], updateUrl: string | undefined): Entry[] {
  return entries.map((entry) => {
    if (entry.path !== 'manifest.json' || updateUrl === undefined) return entry;
    const manifest = JSON.parse(entry.bytes.toString('utf8'));
    const withUrl = { ...manifest, update_url: `${updateUrl}/update.xml` };
    return { ...entry, bytes: Buffer.from(JSON.stringify(withUrl, null, 2)) };
  });
}

/**
 * Where browsers find the version. One that is older than the extension needs would fetch the CRX at
 * every look, some hours apart, only to refuse it: `prodversionmin` keeps it from that.
 * https://developer.chrome.com/docs/apps/autoupdate#minimum_browser_version
 */
export function updateManifest(
  entries: readonly Entry[],
  version: string,
  id: string,
  updateUrl: string | undefined,
): string {
  const codebase = `${updateUrl ?? 'https://replace.invalid'}/kickoff-${version}.crx`;
  const manifest = entries.find(({ path }) => path === 'manifest.json');
  const { minimum_chrome_version: oldest } = JSON.parse(manifest?.bytes.toString('utf8') ?? '{}');
  const needs = oldest === undefined ? '' : ` prodversionmin="${oldest}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${codebase}" version="${version}"${needs} />
  </app>
</gupdate>
`;
}

/** A line for each file, in the order of their names, as `sha256sum --check` reads them. */
export function checksums(files: ReleaseFiles): string {
  return Object.entries(files)
    .map(([file, content]) => `${createHash('sha256').update(content).digest('hex')}  ${file}\n`)
    .toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');
}
