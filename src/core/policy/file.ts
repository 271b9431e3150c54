import type { Place } from '../base/json-fault.ts';

/**
 * The forms of a policy: the settings alone; the settings with each value wrapped, as the Google Admin console takes
 * them; a policy file for Linux; a registry file; a configuration profile; a script for Intune; or only the part that
 * installs the extension.
 */
export type PolicyFormat =
  | 'settings'
  | 'google'
  | 'linux'
  | 'registry'
  | 'profile'
  | 'script'
  | 'installation';

export type PolicyBrowser = 'chrome' | 'edge' | 'chromium';

/** Where each browser looks for its policies: in which key of the registry, in which preference domain of macOS. */
export const policyPlaces: Readonly<Record<PolicyBrowser, { key: string; domain: string }>> = {
  chrome: { key: 'SOFTWARE\\Policies\\Google\\Chrome', domain: 'com.google.Chrome' },
  edge: { key: 'SOFTWARE\\Policies\\Microsoft\\Edge', domain: 'com.microsoft.Edge' },
  chromium: { key: 'SOFTWARE\\Policies\\Chromium', domain: 'org.chromium.Chromium' },
};

export const policyBrowsers = Object.keys(policyPlaces) as PolicyBrowser[];

/** What a file sets for one extension. */
export interface PolicyPart {
  /** Undefined where the form does not name the extension. */
  extensionId: string | undefined;
  browser: PolicyBrowser | undefined;
  document: Record<string, unknown>;
  /** Where a part of the document stands in the file, by its path: `connections[0].clientId`. */
  placeOf: (path: string) => Place | undefined;
}

/** A remark on the file itself. The message `policy_remark_<code>` has its words. */
export interface Remark {
  code: RemarkCode;
  params: Readonly<Record<string, string | number>>;
  /** Whether something in the file does not count because of it. */
  isFault: boolean;
}

type RemarkCode =
  | 'duplicate_name'
  | 'google_case'
  | 'google_more'
  | 'google_unwrapped'
  | 'id_malformed'
  | 'install_blocked'
  | 'install_hosts'
  | 'install_mode'
  | 'install_other_id'
  | 'install_update_url'
  | 'profile_names'
  | 'profile_not_forced'
  | 'recommended'
  | 'registry_type'
  | 'settings_file'
  | 'utf16_linux'
  | 'value_json';

export interface PolicyFile {
  format: PolicyFormat;
  parts: PolicyPart[];
  /** The `ExtensionSettings` in the file. */
  installs: { browser: PolicyBrowser | undefined; settings: Record<string, unknown> }[];
  remarks: Remark[];
}

export const fault = (code: RemarkCode, params: Remark['params'] = {}): Remark => ({
  code,
  params,
  isFault: true,
});

export const note = (code: RemarkCode, params: Remark['params'] = {}): Remark => ({
  code,
  params,
  isFault: false,
});

/** Whether a text has 32 letters from a to p: https://developer.chrome.com/docs/extensions/reference/manifest/key */
export function isExtensionId(text: string): boolean {
  return /^[a-p]{32}$/.test(text);
}

/** A part with its document; `more` adds what the form of the file also says. */
export function partOf(
  document: Record<string, unknown>,
  more: Partial<Omit<PolicyPart, 'document'>> = {},
): PolicyPart {
  return {
    extensionId: undefined,
    browser: undefined,
    placeOf: () => undefined,
    ...more,
    document,
  };
}
