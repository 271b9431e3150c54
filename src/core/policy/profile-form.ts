import { parse } from 'fast-plist';
import { done, failed, type Outcome } from '../base/failure.ts';
import { isObject } from '../base/json.ts';
import { type Place, placeOf } from '../base/json-fault.ts';

import {
  fault,
  note,
  type PolicyBrowser,
  type PolicyFile,
  partOf,
  policyBrowsers,
  policyPlaces,
  type Remark,
} from './file.ts';
import { misfitIn, plistPlaces } from './plist-tags.ts';

/**
 * Reads a configuration profile for macOS, or the property list of one preference domain.
 * https://support.google.com/chrome/a/answer/9020077
 *
 * Fails with `policy-not-profile` (with the place), `file-not-text` or `policy-none`.
 */
export function fromProfile(text: string): Outcome<PolicyFile> {
  // A file that declares entities is refused, because they could grow without end. The parser knows only XML's five.
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

/** A preference domain in a profile; without a name in a property list that is no profile. */
interface Domain {
  name: string;
  settings: Record<string, unknown>;
  /** Where its settings stand in the file. */
  path: string;
}

const olderForm = 'com.apple.ManagedClient.preferences';

/**
 * The domains in a payload. A payload's type is its domain, and the settings stand beside the payload's own names. In
 * the older form, the payload holds domains, each with its forced settings.
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

/** The settings that the older form sets and does not force. */
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

/** Adds the settings of a preference domain to the file: an extension's, or a browser's `ExtensionSettings`. */
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
  const extensionsOf = (browser: PolicyBrowser) => `${policyPlaces[browser].domain}.extensions.`;
  const browser = policyBrowsers.find(
    (each) => domain === policyPlaces[each].domain || domain.startsWith(extensionsOf(each)),
  );
  if (browser === undefined) return undefined;
  return { browser, extensionId: domain.slice(extensionsOf(browser).length) || undefined };
}
