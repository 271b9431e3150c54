import fc from 'fast-check';
import type { Models } from 'purecloud-platform-client-v2';
import { describe, expect, test } from 'vitest';
import { needsOf } from '../session/permission.ts';
import { type Connection, connectionSchema, defaultSettings } from '../settings/settings.ts';
import { extensionIdsIn, oauthClient } from './client.ts';
import { clientBody, roleBody, toGc } from './gc.ts';
import { policiesOf, rolesFor } from './roles.ts';
import { toTerraform } from './terraform.ts';

const id = 'abcdefghijklmnopabcdefghijklmnop';
const other = 'ponmlkjihgfedcbaponmlkjihgfedcba';
const connection = (more: object = {}): Connection =>
  connectionSchema.parse({
    name: 'Production',
    environment: { region: 'mypurecloud.de' },
    clientId: '8d9e6f1a-1111-4222-8333-444455556666',
    ...more,
  });
const flows = [{ id: '11111111-2222-4333-8444-555566667777', name: 'Request callback' }];
const contacts = { ...defaultSettings, lookUpContacts: true };

describe('the OAuth client of a connection', () => {
  test('has a redirect URL for each installation, and the scopes of what is switched on', () => {
    const client = oauthClient(connection(), contacts, [id, other]);
    expect(client.redirectUris).toEqual([
      `https://${id}.chromiumapp.org/mypurecloud.de`,
      `https://${other}.chromiumapp.org/mypurecloud.de`,
    ]);
    expect(client.scopes).toEqual(['architect', 'external-contacts:readonly', 'user-basic-info']);
    expect(oauthClient(connection(), defaultSettings, [id]).scopes).toEqual([
      'architect',
      'user-basic-info',
    ]);
  });

  test('is, for the API, what the official SDK sends', () => {
    const body: Models.OAuthClientRequest = clientBody(
      oauthClient(connection(), defaultSettings, [id]),
    );
    expect(body).toMatchObject({ authorizedGrantType: 'CODE', state: 'active' });
  });

  test('is for extension IDs alone', () => {
    expect(extensionIdsIn(`${id}, ${id}\n${other} ${id.toUpperCase()} store`)).toEqual({
      ids: [id, other],
      malformed: [id.toUpperCase(), 'store'],
    });
  });
});

describe('the roles', () => {
  const permissions = (...asked: Parameters<typeof rolesFor>) =>
    Object.fromEntries(rolesFor(...asked).map((role) => [role.key, role.permissions]));

  test('of agents have the two permissions of the guide where the settings name their flows', () => {
    const { agent } = permissions(connection({ flows }), defaultSettings);
    expect(agent).toEqual(['architect:flow:launch', 'architect:flowExecution:view']);
  });

  test('of agents list flows where they have to, and look up contacts where that is on', () => {
    expect(permissions(connection(), contacts).agent).toEqual([
      'architect:flow:launch',
      'architect:flow:search',
      'architect:flowExecution:view',
      'externalContacts:contact:view',
    ]);
  });

  test.each([
    ['conversations', { scopes: ['architect', 'conversations:readonly'], flows }, []],
    [
      'contacts',
      { scopes: ['architect', 'external-contacts:readonly'], flows },
      ['externalContacts:contact:view'],
    ],
    [
      'data tables',
      { flows: [{ ...flows[0], choices: { 'Flow.queue': { table: flows[0]?.id } } }] },
      ['architect:datatable:view'],
    ],
  ])('read %s where the connection is set up for it', (_, more, extra) => {
    const { agent = [], author } = permissions(connection(more), defaultSettings);
    const launching = ['architect:flow:launch', 'architect:flowExecution:view'];
    expect(agent.filter((permission) => !launching.includes(permission))).toEqual(extra);
    expect(author).toEqual(expect.arrayContaining(extra));
  });

  test('of authors have those of agents, and name only what is called', () => {
    const { agent = [], author = [] } = permissions(connection(), contacts);
    expect(author).toEqual(expect.arrayContaining([...agent]));
    const called: string[] = Object.values(needsOf).flatMap((needs) => [...needs.permissions]);
    expect(author.filter((permission) => !called.includes(permission))).toEqual([]);
  });

  test('gather the actions of one entity, as the SDK sends them', () => {
    const [agent] = rolesFor(connection(), defaultSettings);
    if (agent === undefined) throw new Error('There is no role.');
    const body: Models.DomainOrganizationRoleCreate = roleBody(agent);
    expect(body.permissionPolicies).toEqual(policiesOf(agent));
    expect(policiesOf(agent)[0]).toEqual({
      domain: 'architect',
      entityName: 'flow',
      actionSet: ['launch', 'search'],
    });
  });
});

describe('as code', () => {
  const hostile = connection({ name: `A "quoted" \${name} %{if} \\ \n KICKOFF` });
  const client = oauthClient(hostile, defaultSettings, [id]);
  const roles = rolesFor(hostile, defaultSettings);

  test('Terraform keeps quotes, templates and breaks of a name as text', () => {
    expect(toTerraform(client, roles)).toContain(
      '"Browser extension that launches workflows. Connection: A \\"quoted\\" $${name} %%{if} \\\\ \\n KICKOFF"',
    );
  });

  test('Terraform reads any text back as it was', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), templates), (text) => {
        const code = toTerraform({ ...client, description: text, redirectUris: [text] }, roles);
        const written = [
          ...code.matchAll(
            /(?:description +|registered_redirect_uris) = \[?("(?:[^"\\]|\\[\s\S])*")/g,
          ),
        ];
        expect(written.slice(0, 2).map(([, it = '']) => inHcl(it))).toEqual([text, text]);
      }),
    );
  });

  test('Terraform names the resources and arguments of the provider', () => {
    expect(
      toTerraform(oauthClient(connection(), defaultSettings, [id]), roles),
    ).toMatchInlineSnapshot(`
      "resource "genesyscloud_oauth_client" "kickoff" {
        name                     = "Kickoff for Genesys Cloud"
        description              = "Browser extension that launches workflows. Connection: Production"
        authorized_grant_type    = "CODE"
        registered_redirect_uris = ["https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/mypurecloud.de"]
        scopes                   = ["architect", "user-basic-info"]
        state                    = "active"
      }

      resource "genesyscloud_auth_role" "kickoff_agent" {
        name        = "Kickoff agent"
        description = "Launches workflows with Kickoff and sees how they end."

        permission_policies {
          domain      = "architect"
          entity_name = "flow"
          action_set  = ["launch", "search"]
        }

        permission_policies {
          domain      = "architect"
          entity_name = "flowExecution"
          action_set  = ["view"]
        }
      }

      resource "genesyscloud_auth_role" "kickoff_author" {
        name        = "Kickoff author"
        description = "Launches workflows with Kickoff, reads them and their past executions."

        permission_policies {
          domain      = "architect"
          entity_name = "flow"
          action_set  = ["launch", "search", "view"]
        }

        permission_policies {
          domain      = "architect"
          entity_name = "flowExecution"
          action_set  = ["view"]
        }

        permission_policies {
          domain      = "architect"
          entity_name = "flowInstance"
          action_set  = ["search"]
        }

        permission_policies {
          domain      = "architect"
          entity_name = "flowinstanceexecutiondata"
          action_set  = ["view"]
        }
      }

      output "kickoff_client_id" {
        value = genesyscloud_oauth_client.kickoff.id
      }
      "
    `);
  });

  test('the commands end each file with a mark that no JSON has on a line', () => {
    const commands = toGc(client, roles).split('\n');
    expect(commands.filter((line) => line === 'KICKOFF')).toHaveLength(3);
    expect(commands.filter((line) => line.startsWith('gc '))).toEqual([
      'gc oauth clients create --file kickoff-client.json',
      'gc authorization roles create --file kickoff-agent.json',
      'gc authorization roles create --file kickoff-author.json',
    ]);
  });
});

/** Texts made of what means something to HCL. */
const templates = fc
  .array(
    fc.constantFrom(
      '$',
      '%',
      '{',
      '}',
      '"',
      '\\',
      '\n',
      '\r',
      '\t',
      '\u2028',
      '\u0000',
      'n',
      '%{if}',
    ),
  )
  .map((parts) => parts.join(''));

/**
 * A quoted text as HCL reads it, by its specification:
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-literals
 */
function inHcl(quoted: string): string {
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they may not stand in a quoted text
  if (/[\u0000-\u001f]/.test(quoted)) throw new Error('a control character');
  return quoted
    .slice(1, -1)
    .replace(/\\u([\da-f]{4})|\\(.)|([$%])\3(?=\{)|[$%]\{/gi, (whole, code, letter, sign) => {
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      if (letter !== undefined) return named[letter] ?? `unknown escape ${letter}`;
      return sign ?? `a template ${whole}`;
    });
}
