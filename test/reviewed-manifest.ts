import { expect } from 'vitest';

/** A change here is a change of what every user is asked for: it takes a decision record. */
const reviewed = {
  permissions: [
    'activeTab',
    'alarms',
    'contextMenus',
    'identity',
    'notifications',
    'scripting',
    'sidePanel',
    'storage',
  ],
  optional_host_permissions: ['https://*/*'],
  incognito: 'not_allowed',
  extension_pages: [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self' https:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ],
};

/** The 18 published regions, each with its login server and its API. */
const hosts = [
  'apne2.pure.cloud',
  'apne3.pure.cloud',
  'aps1.pure.cloud',
  'apse1.pure.cloud',
  'cac1.pure.cloud',
  'edee1.eusc-pure.cloud',
  'euc2.pure.cloud',
  'euw2.pure.cloud',
  'mec1.pure.cloud',
  'mxc1.pure.cloud',
  'mypurecloud.com',
  'mypurecloud.com.au',
  'mypurecloud.de',
  'mypurecloud.ie',
  'mypurecloud.jp',
  'sae1.pure.cloud',
  'use2.us-gov-pure.cloud',
  'usw2.pure.cloud',
].flatMap((domain) => [`https://login.${domain}/*`, `https://api.${domain}/*`]);

/** What lets pages or other extensions in, or asks for more: none of it is wanted. */
const unwanted = [
  'web_accessible_resources',
  'content_scripts',
  'externally_connectable',
  'optional_permissions',
  'devtools_page',
  'chrome_url_overrides',
  'sandbox',
];

/** Checks that a released manifest asks for exactly what was reviewed. */
export function expectReviewed(manifest: {
  permissions?: unknown;
  host_permissions?: unknown;
  optional_host_permissions?: unknown;
  incognito?: unknown;
  content_security_policy?: unknown;
}): void {
  expect(sorted(manifest.permissions)).toEqual(reviewed.permissions);
  expect(sorted(manifest.host_permissions)).toEqual(hosts.toSorted());
  expect(hosts).toHaveLength(36);
  expect(manifest.optional_host_permissions).toEqual(reviewed.optional_host_permissions);
  expect(manifest.incognito).toBe(reviewed.incognito);
  expect(manifest.content_security_policy).toEqual({
    extension_pages: reviewed.extension_pages.join('; '),
  });
  expect(Object.keys(manifest).filter((name) => unwanted.includes(name))).toEqual([]);
}

function sorted(list: unknown): string[] {
  return Array.isArray(list) ? list.map(String).toSorted() : [];
}
