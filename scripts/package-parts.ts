import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  version?: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  dev?: boolean;
  optional?: boolean;
}

/** A package of others that is in what we ship. */
export interface Part {
  name: string;
  version: string;
  license: string;
  /** SHA-512 of the package as the registry has it, in hex. */
  sha512: string;
  licenseText: string;
}

/** Every package that the built extension is made of, from the lockfile, in the order of names. */
export function partsOf(root: string): Part[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages as Record<string, LockedPackage>)
    .filter(([path, { dev, optional }]) => path !== '' && !dev && !optional)
    .map(([path, { version = '', license = '', integrity = '' }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      license,
      sha512: Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex'),
      licenseText: licenseText(join(root, path)),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The licences of all parts, as one text. */
export function licensesText(parts: readonly Part[]): string {
  return parts
    .map(({ name, version, license, licenseText }) =>
      [`${name} ${version}`, license, '', licenseText.trim(), ''].join('\n'),
    )
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/**
 * The bill of materials, without what would differ from one run to the next.
 * https://cyclonedx.org/docs/1.6/json/
 */
export function sbom(product: { name: string; version: string }, parts: readonly Part[]): string {
  const purl = ({ name, version }: { name: string; version: string }) =>
    `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const document = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': purl(product), ...product, purl: purl(product) },
    },
    components: parts.map(({ name, version, license, sha512 }) => ({
      type: 'library',
      'bom-ref': purl({ name, version }),
      name,
      version,
      purl: purl({ name, version }),
      hashes: [{ alg: 'SHA-512', content: sha512 }],
      licenses: [{ license: { id: license } }],
    })),
    dependencies: [{ ref: purl(product), dependsOn: parts.map(purl) }],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function licenseText(folder: string): string {
  if (!existsSync(folder)) return '';
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
}
