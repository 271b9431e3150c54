import { done, failed, type Outcome } from '../base/failure.ts';
import type { PolicyBrowser } from './file.ts';
import type { Installation } from './install.ts';
import { registryKeys } from './registry-values.ts';
import { toGoogle, toInstallation, toLinux } from './to-json.ts';
import { toProfile } from './to-profile.ts';
import { toRegistryFile } from './to-registry.ts';
import { toScript } from './to-script.ts';

/** The ways in which an organization can roll out a policy. */
export const exportWays = ['google', 'registry', 'intune', 'profile', 'linux'] as const;

export type ExportWay = (typeof exportWays)[number];

/** What to write. */
export interface PolicyExport {
  way: ExportWay;
  browser: PolicyBrowser;
  document: Record<string, unknown>;
  extensionId: string;
  /** Undefined where the organization installs the extension in another way. */
  installation: Installation | undefined;
  uuid: () => string;
}

export interface PolicyText {
  name: string;
  text: string;
  /** Registry files need UTF-16. Scripts need UTF-8 with a byte order mark; without it Windows guesses the encoding. */
  encoding: 'utf-8' | 'utf-8-mark' | 'utf-16';
}

/**
 * Writes the files of a policy. The Google Admin console installs the extension itself, so its file has only settings.
 *
 * Fails with `policy-unwritable`, with the path of a text that the form cannot hold.
 */
export function writePolicy(asked: PolicyExport): Outcome<PolicyText[]> {
  const { way, browser, document, extensionId, installation } = asked;
  const path = unwritable(document, way);
  if (path !== undefined) return failed('policy-unwritable', { path });
  const shared = [document, extensionId, installation, browser] as const;
  const name = `kickoff-policy-${browser}`;
  switch (way) {
    case 'google':
      return done([{ name: `${name}-google.json`, text: toGoogle(document), encoding: 'utf-8' }]);
    case 'linux':
      return done([{ name: `${name}-linux.json`, text: toLinux(...shared), encoding: 'utf-8' }]);
    case 'registry': {
      const text = toRegistryFile(registryKeys(...shared));
      return done([{ name: `${name}.reg`, text, encoding: 'utf-16' }]);
    }
    case 'profile': {
      const text = toProfile(...shared, asked.uuid);
      return done([{ name: `${name}.mobileconfig`, text, encoding: 'utf-8' }]);
    }
    case 'intune': {
      const keys = registryKeys(document, extensionId, undefined, browser);
      const script: PolicyText = {
        name: `${name}.ps1`,
        text: toScript(keys),
        encoding: 'utf-8-mark',
      };
      if (installation === undefined) return done([script]);
      const text = toInstallation(installation, browser);
      return done([{ name: `${name}-extension-settings.json`, text, encoding: 'utf-8' }, script]);
    }
  }
}

/**
 * The path of the first text that a form cannot hold. XML has no control characters other than tabs and line breaks
 * (https://www.w3.org/TR/xml/#charsets), a line of the script has no line breaks, and the registry no zeros.
 */
function unwritable(value: unknown, way: ExportWay, path = ''): string | undefined {
  if (typeof value === 'string') {
    // Below the top level, values stand in the registry as JSON, which escapes such characters.
    const isNested = /[.[]/.test(path);
    const banned = way === 'profile' ? notInXml : isNested ? undefined : notInLines[way];
    return banned?.test(value) ? path : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, each] of Object.entries(value)) {
    const part = Array.isArray(value) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`;
    const found =
      (way === 'profile' && notInXml.test(name) ? part : undefined) ?? unwritable(each, way, part);
    if (found !== undefined) return found;
  }
  return undefined;
}

// `Cs` is half of a surrogate pair, which no encoding can write alone.
const notInXml = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/u;

const notInLines: Readonly<Partial<Record<ExportWay, RegExp>>> = {
  registry: /\0|\p{Cs}/u,
  intune: /[\0\r\n]|\p{Cs}/u,
};

/** The bytes of a file. */
export function encode({ text, encoding }: PolicyText): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-mark') return new TextEncoder().encode(`\uFEFF${text}`);
  const marked = `\uFEFF${text}`;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at += 1) view.setUint16(at * 2, marked.charCodeAt(at), true);
  return bytes;
}
