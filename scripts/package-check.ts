import type { Entry } from './package-zip.ts';

/** What must not be in a package, and why. */
const banned: readonly { what: string; in: RegExp; pattern: RegExp }[] = [
  { what: 'code made from text', in: /\.js$/, pattern: /\beval\s*\(|\bnew Function\s*\(/ },
  {
    what: 'code from elsewhere',
    in: /\.js$/,
    pattern: /\bimport\s*\(\s*["'`]https?:|importScripts\s*\(/,
  },
  {
    what: 'code from elsewhere',
    in: /\.html$/,
    pattern: /<(?:script|link|iframe)[^>]+(?:src|href)="(?:https?:)?\/\//,
  },
  { what: 'a script inside a page', in: /\.html$/, pattern: /<script(?![^>]*\bsrc=)/ },
  { what: 'a source map', in: /./, pattern: /sourceMappingURL=/ },
  { what: 'a test host', in: /manifest\.json$|\.html$/, pattern: /127\.0\.0\.1|localhost/ },
  {
    what: 'a path of the machine',
    in: /./,
    pattern: /(?:^|["'`( ])\/(?:home|Users|root|work|tmp)\//,
  },
  {
    what: 'a private key',
    in: /./,
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\\n|\s)*[A-Za-z0-9+/]{40}/,
  },
];

const expectedFiles =
  /^(?:manifest\.json|managed-schema\.json|service-worker-loader\.js|icons\/[\w.-]+|assets\/[\w.-]+|src\/\w+\/index\.html|_locales\/\w+\/messages\.json)$/;

/** What a reviewer of the store would object to in a package; empty where there is nothing. */
export function objections(entries: readonly Entry[]): string[] {
  const found = entries.flatMap(({ path, bytes }) => {
    const text = bytes.toString('utf8');
    const hits = banned.filter((each) => each.in.test(path) && each.pattern.test(text));
    const unexpected = expectedFiles.test(path) ? [] : [`${path} is no part of the extension`];
    return [...unexpected, ...hits.map(({ what }) => `${path} holds ${what}`)];
  });
  const manifest = entries.find(({ path }) => path === 'manifest.json');
  if (manifest === undefined) return [...found, 'manifest.json is missing'];
  return [...found, ...manifestObjections(JSON.parse(manifest.bytes.toString('utf8')))];
}

function manifestObjections(manifest: Record<string, unknown>): string[] {
  const policy = JSON.stringify(manifest.content_security_policy ?? '');
  return [
    ...('key' in manifest ? ['manifest.json holds a key, which the store refuses'] : []),
    ...('web_accessible_resources' in manifest ? ['manifest.json shows files to pages'] : []),
    ...(/unsafe-|http:/.test(policy) ? ['manifest.json has a weak content security policy'] : []),
  ];
}
