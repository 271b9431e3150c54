import { type Environment, originSchema, regions } from '../base/environment.ts';
import { z } from '../base/zod.ts';
import {
  type Connection,
  clientIdSchema,
  connectionSchema,
  neededScopes,
  requestFormatSchema,
} from './settings.ts';

/** A connection as its fields hold it: text as typed. */
export interface ConnectionForm {
  name: string;
  region: string;
  loginUrl: string;
  apiUrl: string;
  appsUrl: string;
  clientId: string;
  inputsKey: string;
  flowIdIn: 'body' | 'path';
  /** Separated by spaces. */
  scopes: string;
  confirmLaunch: boolean;
  org: string;
  provider: string;
  loginHint: string;
}

type ConnectionField = keyof ConnectionForm;

/** What is wrong with a field; the words are under `connection_problem_<problem>`. */
type ConnectionProblem =
  | 'name_missing'
  | 'name_taken'
  | 'scopes_malformed'
  | 'scopes_too_few'
  | 'region_missing'
  | 'url_malformed'
  | 'client_id_missing'
  | 'client_id_malformed'
  | 'client_secret'
  | 'inputs_key_malformed'
  | 'sign_in_text_too_long'
  | 'too_long'
  | 'single_sign_on_incomplete';

export interface CheckedConnection {
  problems: Partial<Record<ConnectionField, ConnectionProblem>>;
  /** The connection, where nothing is wrong. */
  connection?: Connection;
}

/** The fields of a connection, or of one that is still to be made. */
export function connectionForm(connection: Connection | undefined): ConnectionForm {
  const environment = connection?.environment;
  const custom = environment?.region === 'custom' ? environment : undefined;
  return {
    name: connection?.name ?? '',
    region: environment?.region ?? '',
    loginUrl: custom?.loginUrl ?? '',
    apiUrl: custom?.apiUrl ?? '',
    appsUrl: custom?.appsUrl ?? '',
    clientId: connection?.clientId ?? '',
    inputsKey: connection?.requestFormat.inputsKey ?? 'inputData',
    flowIdIn: connection?.requestFormat.flowIdIn ?? 'body',
    scopes: (connection?.scopes ?? neededScopes).join(' '),
    confirmLaunch: connection?.confirmLaunch ?? false,
    org: connection?.singleSignOn?.org ?? '',
    provider: connection?.singleSignOn?.provider ?? '',
    loginHint: connection?.loginHint ?? '',
  };
}

/**
 * Checks the fields and makes the connection of them. What the form does not show (its flows) is
 * taken from the connection as it was; a connection without a name is called after its region.
 *
 * @param taken names of the other connections
 */
export function checkConnectionForm(
  form: ConnectionForm,
  before?: Connection,
  taken: readonly string[] = [],
): CheckedConnection {
  const problems: CheckedConnection['problems'] = {};
  const environment = environmentOf(form, problems);
  const clientId = form.clientId.trim();
  const clientProblem = problemOfClientId(clientId);
  if (clientProblem) problems.clientId = clientProblem;
  const requestFormat = requestFormatSchema.safeParse({
    inputsKey: form.inputsKey.trim(),
    flowIdIn: form.flowIdIn,
  });
  if (!requestFormat.success) problems.inputsKey = 'inputs_key_malformed';
  const typedName = form.name.trim();
  const named = typedName || (environment ? unusedName(nameOf(environment), taken) : '');
  if (before && typedName === '') problems.name = 'name_missing';
  if (taken.includes(typedName)) problems.name = 'name_taken';
  const scopes = listOf(form.scopes);
  const scopeProblem = problemOfScopes(scopes);
  if (scopeProblem) problems.scopes = scopeProblem;
  const signIn = signInOf(form, problems);
  if (Object.keys(problems).length > 0) return { problems };

  const connection = connectionSchema.safeParse({
    ...before,
    name: named,
    environment,
    clientId,
    requestFormat: requestFormat.data,
    scopes,
    confirmLaunch: form.confirmLaunch,
    ...signIn,
  });
  return connection.success
    ? { problems, connection: connection.data }
    : { problems: { name: 'too_long' } };
}

/** Org and identity provider go together or not at all, as the login server wants them. */
function signInOf(
  form: ConnectionForm,
  problems: CheckedConnection['problems'],
): Pick<Connection, 'singleSignOn' | 'loginHint'> {
  const [org, provider, loginHint] = [form.org, form.provider, form.loginHint].map((it) =>
    it.trim(),
  );
  if (org && !provider) problems.provider = 'single_sign_on_incomplete';
  if (provider && !org) problems.org = 'single_sign_on_incomplete';
  for (const field of ['org', 'provider', 'loginHint'] as const) {
    if (form[field].trim().length > 200) problems[field] = 'sign_in_text_too_long';
  }
  return {
    singleSignOn: org && provider ? { org, provider } : undefined,
    loginHint: loginHint || undefined,
  };
}

/** The environment that the fields name, where they do. */
export function environmentOf(
  form: ConnectionForm,
  problems: CheckedConnection['problems'] = {},
): Environment | undefined {
  const region = regions.find(({ domain }) => domain === form.region);
  if (region) return { region: region.domain };
  if (form.region !== 'custom') {
    problems.region = 'region_missing';
    return undefined;
  }
  const login = originSchema.safeParse(form.loginUrl.trim());
  const api = originSchema.safeParse(form.apiUrl.trim());
  const apps = z.optional(originSchema).safeParse(form.appsUrl.trim() || undefined);
  if (!login.success) problems.loginUrl = 'url_malformed';
  if (!api.success) problems.apiUrl = 'url_malformed';
  if (!apps.success) problems.appsUrl = 'url_malformed';
  if (!login.success || !api.success || !apps.success) return undefined;
  return { region: 'custom', loginUrl: login.data, apiUrl: api.data, appsUrl: apps.data };
}

/** Whether the scopes of a form name one of these. */
export function namesScope(scopes: string, wanted: readonly string[]): boolean {
  return listOf(scopes).some((scope) => wanted.includes(scope));
}

/** The scopes of a form with the first of these, or without any of them. */
export function withScope(scopes: string, wanted: readonly string[], isOn: boolean): string {
  const others = listOf(scopes).filter((scope) => !wanted.includes(scope));
  return [...others, ...(isOn ? wanted.slice(0, 1) : [])].join(' ');
}

function listOf(scopes: string): string[] {
  return scopes.split(/[\s,]+/).filter((scope) => scope !== '');
}

/** A client id is a UUID; a client secret is 43 characters of the base64url alphabet. */
function problemOfClientId(clientId: string): ConnectionProblem | undefined {
  if (clientId === '') return 'client_id_missing';
  if (clientIdSchema.safeParse(clientId).success) return undefined;
  return /^[\w-]{40,48}=?$/.test(clientId) ? 'client_secret' : 'client_id_malformed';
}

function problemOfScopes(scopes: readonly string[]): ConnectionProblem | undefined {
  if (!scopes.every((scope) => /^[\w:-]{1,100}$/.test(scope))) return 'scopes_malformed';
  const isEnough = scopes.includes('all') || neededScopes.every((scope) => scopes.includes(scope));
  return isEnough ? undefined : 'scopes_too_few';
}

/** The name, with a number behind it where it is in use. */
export function unusedName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name} ${number}`)) number += 1;
  return `${name} ${number}`;
}

function nameOf(environment: Environment): string {
  const region = regions.find(({ domain }) => domain === environment.region);
  return region?.name ?? 'Genesys Cloud';
}
