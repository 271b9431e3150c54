import type { OAuthClient } from './client.ts';
import { policiesOf, type Role } from './roles.ts';

/**
 * The client and the roles for Terraform, with the provider `mypurecloud/genesyscloud`.
 * https://registry.terraform.io/providers/MyPureCloud/genesyscloud/latest/docs/resources/oauth_client
 * https://registry.terraform.io/providers/MyPureCloud/genesyscloud/latest/docs/resources/auth_role
 */
export function toTerraform(client: OAuthClient, roles: readonly Role[]): string {
  return [
    `resource "genesyscloud_oauth_client" "kickoff" {
  name                     = ${quoted(client.name)}
  description              = ${quoted(client.description)}
  authorized_grant_type    = "CODE"
  registered_redirect_uris = ${list(client.redirectUris)}
  scopes                   = ${list(client.scopes)}
  state                    = "active"
}
`,
    ...roles.map(roleBlock),
    `output "kickoff_client_id" {
  value = genesyscloud_oauth_client.kickoff.id
}
`,
  ].join('\n');
}

function roleBlock(role: Role): string {
  const policies = policiesOf(role).map(
    ({ domain, entityName, actionSet }) => `
  permission_policies {
    domain      = ${quoted(domain)}
    entity_name = ${quoted(entityName)}
    action_set  = ${list(actionSet)}
  }
`,
  );
  return `resource "genesyscloud_auth_role" "kickoff_${role.key}" {
  name        = ${quoted(role.name)}
  description = ${quoted(role.description)}
${policies.join('')}}
`;
}

const list = (values: readonly string[]) => `[${values.map(quoted).join(', ')}]`;

/** https://developer.hashicorp.com/terraform/language/expressions/strings#quoted-strings */
function quoted(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/[$%](?=\{)/g, '$&$&')
    .replace(/\p{Cc}/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `"${escaped}"`;
}
