import { regions } from '../base/environment.ts';

/**
 * The parameters of an address, decoded: those after `?`, and those after `#`, where single-page applications keep
 * theirs (`#/case?id=1`, `#id=1`). Empty where the text is no address.
 */
export function parametersOf(address: string): [name: string, value: string][] {
  if (!URL.canParse(address)) return [];
  const { search, hash } = new URL(address);
  const behindHash = hash.includes('?')
    ? hash.slice(hash.indexOf('?'))
    : /^#[\w.-]+=/.test(hash)
      ? hash.slice(1)
      : '';
  return [...new URLSearchParams(search), ...new URLSearchParams(behindHash)];
}

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Whether an address is of Genesys Cloud itself, in any region: apps.mypurecloud.de, apps.usw2.pure.cloud. */
export function isGenesysAddress(address: string): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return regions.some(({ domain }) => host === domain || host.endsWith(`.${domain}`));
}

/** The ID of the flow that an address of Architect opens: the UUID after `/flows/`, in lower case. */
export function flowIdInAddress(address: string): string | undefined {
  return RegExp(`/flows/(${guid})(?![\\w-])`, 'i').exec(address)?.[1]?.toLowerCase();
}

/** The ID of the conversation that a page of Genesys Cloud shows: the UUID in its path, in lower case. */
export function conversationIdInAddress(address: string): string | undefined {
  const shape = `/(?:interactions?|conversations?)/(?:[\\w-]+/){0,2}?(${guid})(?![\\w-])`;
  return RegExp(shape, 'i').exec(address)?.[1]?.toLowerCase();
}

/** Whether a text is a UUID, as which Genesys Cloud writes its IDs. */
export function isGuid(text: string): boolean {
  return RegExp(`^${guid}$`, 'i').test(text);
}
