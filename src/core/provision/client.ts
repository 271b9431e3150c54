import { redirectPath } from '../base/environment.ts';
import { isExtensionId } from '../policy/file.ts';
import { needsOf } from '../session/permission.ts';
import type { Connection, Settings } from '../settings/settings.ts';

/** An OAuth client as it has to be in Genesys Cloud for a connection to sign in. */
export interface OAuthClient {
  name: string;
  description: string;
  redirectUris: readonly string[];
  scopes: readonly string[];
}

/**
 * The client for a connection. It is a public one: the authorization code grant with PKCE is called
 * `CODE` by the API. https://developer.genesys.cloud/authorization/platform-auth/use-pkce
 *
 * @param extensionIds of every installation that signs in with it: the store of each browser, and a
 *   package of one's own, give different IDs, and so different redirect URLs
 */
export function oauthClient(
  connection: Connection,
  { lookUpContacts }: Settings,
  extensionIds: readonly string[],
): OAuthClient {
  const path = redirectPath(connection.environment);
  const [contacts = ''] = needsOf.contacts.scopes;
  const scopes = [...connection.scopes, ...(lookUpContacts ? [contacts] : [])];
  return {
    name: 'Kickoff for Genesys Cloud',
    description: `Browser extension that launches workflows. Connection: ${connection.name}`,
    redirectUris: extensionIds.map((id) => `https://${id}.chromiumapp.org/${path}`),
    scopes: [...new Set(scopes)].toSorted(),
  };
}

/** The extension IDs in a text with one a line, and what in it is none. */
export function extensionIdsIn(text: string): { ids: string[]; malformed: string[] } {
  const words = [...new Set(text.split(/[\s,;]+/).filter((word) => word !== ''))];
  return {
    ids: words.filter(isExtensionId),
    malformed: words.filter((word) => !isExtensionId(word)),
  };
}
