import { parse } from 'fast-plist';
import { done, failed, type Outcome } from '../base/failure.ts';
import { placeOf } from '../base/json-fault.ts';
import { isObject } from '../settings/diff.ts';
import { fault, type PolicyBrowser, type PolicyFile, partOf } from './file.ts';

/** Preference domains of browsers on macOS; those of their extensions begin with them. */
const domains: readonly { browser: PolicyBrowser; domain: string }[] = [
  { browser: 'chrome', domain: 'com.google.Chrome' },
  { browser: 'edge', domain: 'com.microsoft.Edge' },
  { browser: 'chromium', domain: 'org.chromium.Chromium' },
];

/**
 * Reads a configuration profile for macOS, or the property list of one preference domain.
 * https://support.google.com/chrome/a/answer/9020077
 *
 * Fails with `policy-not-profile` (with the place), `file-not-text` or `policy-none`.
 */
export function fromProfile(text: string): Outcome<PolicyFile> {
  // The parser knows the five entities of XML alone, so that none can grow; who declares more is refused.
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text))
    return failed('file-not-text', { reason: 'doctype' });
  const parsed = parsedOf(text);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  if (!isObject(value)) return failed('policy-none');
  const file: PolicyFile = { format: 'profile', parts: [], installs: [], remarks: [] };
  const payloads = Array.isArray(value.PayloadContent) ? value.PayloadContent : undefined;
  if (payloads === undefined) takeDomain(file, '', value);
  for (const payload of (payloads ?? []).filter(isObject)) takePayload(file, payload);
  return done(file);
}

/** Whether a text is a property list. */
export function isPropertyList(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)?(?:<!DOCTYPE\s+plist|<plist[\s>])/.test(
    text,
  );
}

function parsedOf(text: string): Outcome<unknown> {
  if (!/<\/plist>\s*$/.test(text)) {
    const { length } = text.trimEnd();
    return failed('policy-not-profile', { ...placeOf(text, length), found: '' });
  }
  try {
    return done(parse(text));
  } catch (error) {
    const [, offset = '0', found = ''] =
      /^Near offset (\d+): ([\s\S]{0,80})/.exec(error instanceof Error ? error.message : '') ?? [];
    return failed('policy-not-profile', { ...placeOf(text, Number(offset)), found });
  }
}

/**
 * A payload names its domain as its type and has the settings beside its own names, or, in the older
 * form, holds domains with what is forced in them.
 */
function takePayload(file: PolicyFile, payload: Record<string, unknown>): void {
  const { PayloadType: type, PayloadContent: content } = payload;
  if (type === 'com.apple.ManagedClient.preferences' && isObject(content)) {
    for (const [domain, kinds] of Object.entries(content)) {
      const { Forced: forced, ...others } = Object(kinds) as Record<string, unknown>;
      if (Object.keys(others).length > 0 && browserOf(domain)) {
        file.remarks.push(
          fault('profile_not_forced', { domain, kind: Object.keys(others).join() }),
        );
      }
      for (const entry of Array.isArray(forced) ? forced : []) {
        const settings: unknown = Object(entry).mcx_preference_settings;
        if (isObject(settings)) takeDomain(file, domain, settings);
      }
    }
    return;
  }
  if (typeof type !== 'string') return;
  const settings = Object.entries(payload).filter(([name]) => !name.startsWith('Payload'));
  takeDomain(file, type, Object.fromEntries(settings));
}

/** The settings of one preference domain; without a name, those of a list that names none. */
function takeDomain(file: PolicyFile, domain: string, settings: Record<string, unknown>): void {
  const { browser, extensionId } = browserOf(domain) ?? {};
  if (domain !== '' && browser === undefined) return;
  if (extensionId !== undefined || domain === '') {
    file.parts.push(partOf(settings, { extensionId, browser }));
    return;
  }
  if (isObject(settings.ExtensionSettings)) {
    file.installs.push({ browser, settings: settings.ExtensionSettings });
  }
}

function browserOf(
  domain: string,
): { browser: PolicyBrowser; extensionId: string | undefined } | undefined {
  const found = domains.find(
    (each) => domain === each.domain || domain.startsWith(`${each.domain}.extensions.`),
  );
  if (found === undefined) return undefined;
  const extensionId = domain.slice(`${found.domain}.extensions.`.length);
  return { browser: found.browser, extensionId: extensionId || undefined };
}
