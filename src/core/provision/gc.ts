import type { OAuthClient } from './client.ts';
import { policiesOf, type Role } from './roles.ts';

/**
 * The body of `POST /api/v2/oauth/clients`: `OAuthClientRequest` of the official SDK.
 *
 * @internal exported for its test
 */
export function clientBody({ name, description, redirectUris, scopes }: OAuthClient) {
  return {
    name,
    description,
    authorizedGrantType: 'CODE',
    registeredRedirectUri: [...redirectUris],
    scope: [...scopes],
    state: 'active',
  };
}

/**
 * The body of `POST /api/v2/authorization/roles`: `DomainOrganizationRoleCreate` of the SDK.
 *
 * @internal exported for its test
 */
export function roleBody(role: Role) {
  const { name, description } = role;
  return { name, description, permissionPolicies: policiesOf(role) };
}

/**
 * The same with the CLI of Genesys Cloud, for a POSIX shell: each body goes in through a file.
 * https://github.com/MyPureCloud/platform-client-sdk-cli
 */
export function toGc(client: OAuthClient, roles: readonly Role[]): string {
  return [
    command('oauth clients create', 'kickoff-client.json', clientBody(client)),
    ...roles.map((role) =>
      command('authorization roles create', `kickoff-${role.key}.json`, roleBody(role)),
    ),
  ].join('\n');
}

/** What stands between the two marks reaches the file as it is, whatever is in it. */
function command(what: string, file: string, body: object): string {
  const json = JSON.stringify(body, null, 2);
  return `cat > ${file} <<'KICKOFF'\n${json}\nKICKOFF\ngc ${what} --file ${file}\n`;
}
