/** The version of this build. */
export const extensionVersion = (): string => chrome.runtime.getManifest().version;

/** The id under which policies name this extension, and which its redirect URLs begin with. */
export const extensionId = (): string => chrome.runtime.id;

/** Where the browser got this extension from; undefined for one that was loaded by hand. */
export const updateUrl = (): string | undefined => chrome.runtime.getManifest().update_url;
