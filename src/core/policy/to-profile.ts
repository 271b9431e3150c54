import { isObject } from '../base/json.ts';
import { type PolicyBrowser, policyPlaces } from './file.ts';
import { type Installation, installSettings } from './install.ts';

/**
 * Writes a configuration profile for macOS: a payload for the browser, which installs the extension, and one for the
 * extension's settings. https://support.google.com/chrome/a/answer/9020077
 *
 * @param uuid makes a new UUID each time; a profile needs one for itself and for each payload
 */
export function toProfile(
  document: Record<string, unknown>,
  extensionId: string,
  installation: Installation | undefined,
  browser: PolicyBrowser,
  uuid: () => string,
): string {
  const { domain } = policyPlaces[browser];
  const payload = (type: string, settings: Record<string, unknown>) => {
    const id = uuid();
    return {
      ...settings,
      PayloadDisplayName: 'Kickoff for Genesys Cloud',
      PayloadIdentifier: `${type}.${id}`,
      PayloadType: type,
      PayloadUUID: id,
      PayloadVersion: 1,
    };
  };
  const payloads = [
    ...(installation
      ? [payload(domain, { ExtensionSettings: installSettings(installation, browser) })]
      : []),
    payload(`${domain}.extensions.${extensionId}`, document),
  ];
  const profile = {
    ...payload('Configuration', { PayloadContent: payloads }),
    PayloadScope: 'System',
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${element(profile, '')}
</plist>
`;
}

function element(value: unknown, indent: string): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const entries = value.map((each) => `${element(each, deeper)}\n`).join('');
    return `${indent}<array>\n${entries}${indent}</array>`;
  }
  if (isObject(value)) {
    const entries = Object.entries(value)
      .map(([name, each]) => `${deeper}<key>${escaped(name)}</key>\n${element(each, deeper)}\n`)
      .join('');
    return `${indent}<dict>\n${entries}${indent}</dict>`;
  }
  if (typeof value === 'boolean') return `${indent}<${value}/>`;
  if (typeof value === 'number') {
    const type = Number.isInteger(value) ? 'integer' : 'real';
    return `${indent}<${type}>${value}</${type}>`;
  }
  return `${indent}<string>${escaped(String(value))}</string>`;
}

/** A text for XML. A carriage return is written as its number, because a reader turns a plain one into a line feed. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
