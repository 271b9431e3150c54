/** The version of this build. */
export const extensionVersion = (): string => chrome.runtime.getManifest().version;

/** The id under which policies name this extension, and which its redirect URLs begin with. */
export const extensionId = (): string => chrome.runtime.id;
