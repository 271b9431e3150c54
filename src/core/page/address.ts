import { regions } from '../base/environment.ts';

/** The parameters of an address: after `?`, and after `#` where pages of one document keep them. */
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

/** Genesys Cloud's own pages, of every region: apps.mypurecloud.de, apps.usw2.pure.cloud. */
export function isGenesysAddress(address: string): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return regions.some(({ domain }) => host === domain || host.endsWith(`.${domain}`));
}

/** The flow that is open in Architect: the id after `flows/`. */
export function flowIdInAddress(address: string): string | undefined {
  return RegExp(`/flows/(${guid})(?![\\w-])`, 'i').exec(address)?.[1]?.toLowerCase();
}

/** The conversation that one of Genesys Cloud's pages shows, from its path. */
export function conversationIdInAddress(address: string): string | undefined {
  const shape = `/(?:interactions?|conversations?)/(?:[\\w-]+/){0,2}?(${guid})(?![\\w-])`;
  return RegExp(shape, 'i').exec(address)?.[1]?.toLowerCase();
}

/** Whether a text is an id as Genesys Cloud writes it. */
export function isGuid(text: string): boolean {
  return RegExp(`^${guid}$`, 'i').test(text);
}
