import { defineManifest } from '@crxjs/vite-plugin';
import pkg from './package.json' with { type: 'json' };
import { regions } from './src/core/base/environment.ts';

/**
 * The public half of a throw-away key, so that the unpacked build has the same id, and thereby the
 * same redirect URLs, on every machine. The store gives its own id and forbids the entry.
 */
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAnreDCCo22si4XlLN4aBpeZNvZs65SmKfpSHb4F3UN4kmgoiW9J35twOBMfB7IzYVLQSw78I0eLjZu7LJ2yj4Zpt+7a6KdwlNNU68tJYvBGWau/4h40szqQKZX3XzEm8AGOWq8ifSOl4jtIDAAh57PMR2jtmfzxMjpky1tIArb7bTuLN1Uq9XqnaN8zIWw3D4sdkgU5Cd94r6uO65lu0gFBtZl2oM+cdsTJAP4bQur2s5WnygYt1iHbs2R8cLLbDMWMdpgDC7gKeJBz7IEiReUfZ7/WQVhSRRbu37hWsLBvKBMeB8PuaYGl7JThNaRLYw63G24pKQt7KZfBfDgnjVgwIDAQAB';

/** Builds for the sandbox alone may talk to this machine. The port is drawn anew every time. */
const loopback = ['http://127.0.0.1/*', 'https://127.0.0.1/*'];

/**
 * The manifest of a build: `sandbox` for trying out and testing, `reading` for `npm run read-page`
 * alone, which shows pages that nobody clicked on; anything else is released.
 */
export const manifestFor = (mode: string) =>
  defineManifest({
    manifest_version: 3,
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    version: pkg.version,
    default_locale: 'en',
    // The oldest version with everything that is used: `runtime.getContexts` 116, alarms of half a
    // minute 120, `storage.getKeys` 130.
    minimum_chrome_version: '130',
    ...(mode === 'store' ? {} : { key }),
    icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
    action: {
      default_title: '__MSG_extensionName__',
      default_popup: 'src/popup/index.html',
      default_icon: { 16: 'icons/16.png', 24: 'icons/24.png', 32: 'icons/32.png' },
    },
    options_ui: { page: 'src/options/index.html', open_in_tab: true },
    background: { service_worker: 'src/worker/main.ts', type: 'module' },
    storage: { managed_schema: 'managed-schema.json' },
    side_panel: { default_path: 'src/sidepanel/index.html' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+G' } },
      'open-side-panel': {
        description: '__MSG_command_open_side_panel__',
        suggested_key: { default: 'Alt+Shift+K' },
      },
      // No key is suggested for what launches without another look: who wants one, sets it.
      'launch-first-pinned': { description: '__MSG_command_launch_first_pinned__' },
    },
    omnibox: { keyword: 'flow' },
    permissions: [
      'identity',
      'storage',
      'activeTab',
      'scripting',
      'contextMenus',
      'alarms',
      'notifications',
      'sidePanel',
    ],
    host_permissions: [
      ...regions.flatMap(({ domain }) => [`https://login.${domain}/*`, `https://api.${domain}/*`]),
      ...(mode === 'sandbox' ? loopback : []),
      ...(mode === 'reading' ? ['<all_urls>'] : []),
    ],
    optional_host_permissions: ['https://*/*'],
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: pagePolicy(mode) },
  });

/**
 * What our pages may load and where they may connect: their own files, and servers over `https:`
 * (which ones, the host permissions and the settings decide: custom environments are anywhere).
 */
function pagePolicy(mode: string): string {
  const connect = ["'self'", 'https:', ...(mode === 'sandbox' ? ['http://127.0.0.1:*'] : [])];
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src ${connect.join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
