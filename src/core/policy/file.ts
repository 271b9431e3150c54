import type { Place } from '../base/json-fault.ts';

/**
 * In which form a policy is written down: the settings alone; those with each value wrapped, as
 * Google's admin console takes them; a policy file for Linux; a registry file; a configuration profile;
 * a script for Intune; or only what installs the extension.
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

/** What a file sets for one extension. */
export interface PolicyPart {
  /** Undefined where the form does not say for which. */
  extensionId: string | undefined;
  browser: PolicyBrowser | undefined;
  document: Record<string, unknown>;
  /** Where a part of the document stands in the file, by its path: `connections[0].clientId`. */
  placeOf: (path: string) => Place | undefined;
}

/** Something about the file itself. The words are under `policy_remark_<code>`. */
export interface Remark {
  code: RemarkCode;
  params: Readonly<Record<string, string | number>>;
  /** Because of it, something in the file does not count. */
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
  /** `ExtensionSettings`, where the file has them. */
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

/** 32 letters from a to p: https://developer.chrome.com/docs/extensions/reference/manifest/key */
export function isExtensionId(text: string): boolean {
  return /^[a-p]{32}$/.test(text);
}

/** What a form gives of itself: one document, of which nothing says where it stands. */
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
