import { parse } from 'fast-plist';
import { done, failed, type Outcome } from '../base/failure.ts';
import { isObject } from '../base/json.ts';
import { type Place, placeOf } from '../base/json-fault.ts';

import { fault, note, type PolicyBrowser, type PolicyFile, partOf, type Remark } from './file.ts';
import { misfitIn, plistPlaces } from './plist-tags.ts';

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
  if (/<!ENTITY|<!DOCTYPE[^<>[]*\[/i.test(text))
    return failed('file-not-text', { reason: 'doctype' });
  const parsed = parsedOf(text);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  if (!isObject(value)) return failed('policy-none');
  const places = plistPlaces(text);
  const file: PolicyFile = { format: 'profile', parts: [], installs: [], remarks: [] };
  const payloads = Array.isArray(value.PayloadContent) ? value.PayloadContent : undefined;
  if (payloads === undefined) {
    takeDomain(file, { name: '', settings: value, path: '' }, places);
    return done(file);
  }
  file.remarks.push(...missingNames(value, 'Configuration'));
  for (const [index, payload] of payloads.entries()) {
    if (!isObject(payload)) continue;
    const path = `PayloadContent[${index}]`;
    file.remarks.push(...missingNames(payload, path), ...unforced(payload));
    for (const domain of domainsIn(payload, path)) takeDomain(file, domain, places);
  }
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
  const misfit = misfitIn(text);
  if (misfit) return failed('policy-not-profile', { ...misfit.place, found: misfit.found });
  try {
    return done(parse(text));
  } catch (error) {
    const [, offset = '0', found = ''] =
      /^Near offset (\d+): ([\s\S]{0,80})/.exec(error instanceof Error ? error.message : '') ?? [];
    return failed('policy-not-profile', { ...placeOf(text, Number(offset)), found });
  }
}

/** A preference domain of a profile. A property list that is none has one without a name. */
interface Domain {
  name: string;
  settings: Record<string, unknown>;
  /** Where its settings stand in the file. */
  path: string;
}

const olderForm = 'com.apple.ManagedClient.preferences';

/**
 * A payload names its domain as its type and has the settings beside its own names, or, in the older
 * form, holds domains with what is forced in them.
 */
function domainsIn(payload: Record<string, unknown>, path: string): Domain[] {
  const { PayloadType: type, PayloadContent: content } = payload;
  if (type === olderForm && isObject(content)) {
    return Object.entries(content).flatMap(([name, kinds]) => {
      const { Forced: forced } = Object(kinds);
      return (Array.isArray(forced) ? forced : []).flatMap((entry, index): Domain[] => {
        const settings: unknown = Object(entry).mcx_preference_settings;
        const at = `${path}.PayloadContent.${name}.Forced[${index}].mcx_preference_settings`;
        return isObject(settings) ? [{ name, settings, path: at }] : [];
      });
    });
  }
  if (typeof type !== 'string') return [];
  const settings = Object.entries(payload).filter(([name]) => !name.startsWith('Payload'));
  return [{ name: type, settings: Object.fromEntries(settings), path }];
}

/** What the older form sets in another way than by force. */
function unforced({ PayloadType: type, PayloadContent: content }: Record<string, unknown>) {
  if (type !== olderForm || !isObject(content)) return [];
  return Object.entries(content).flatMap(([domain, kinds]): Remark[] => {
    const others = Object.keys(Object(kinds)).filter((kind) => kind !== 'Forced');
    if (others.length === 0 || browserOf(domain) === undefined) return [];
    return [fault('profile_not_forced', { domain, kind: others.join() })];
  });
}

/**
 * The names that a profile and each of its payloads must have; a tool for device management may add them.
 * https://github.com/apple/device-management/blob/release/mdm/profiles/CommonPayloadKeys.yaml
 */
function missingNames(value: Record<string, unknown>, part: string): Remark[] {
  const needed = ['PayloadIdentifier', 'PayloadUUID', 'PayloadType', 'PayloadVersion'];
  const missing = needed.filter((name) => !(name in value));
  return missing.length > 0 ? [note('profile_names', { part, names: missing.join(', ') })] : [];
}

/** The settings of one preference domain; without a name, those of a list that names none. */
function takeDomain(
  file: PolicyFile,
  { name, settings, path }: Domain,
  places: (path: string) => Place | undefined,
): void {
  const { browser, extensionId } = browserOf(name) ?? {};
  if (name !== '' && browser === undefined) return;
  if (extensionId !== undefined || name === '') {
    const placeOf = (inside: string) => places(path === '' ? inside : `${path}.${inside}`);
    file.parts.push(partOf(settings, { extensionId, browser, placeOf }));
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
