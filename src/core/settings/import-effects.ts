import { hostsOf } from '../base/environment.ts';
import { type Connection, connectionKey, type Settings } from './settings.ts';

/** Where launches of a connection go. */
export interface Destination {
  connection: string;
  /** Origins. */
  login: string;
  api: string;
  clientId: string;
  inputsKey: string;
  flowIdIn: 'body' | 'path';
}

/** What settings would do that the former ones do not. */
export interface ImportEffects {
  /** Of connections that are new, or that lead elsewhere than before. */
  destinations: Destination[];
  /** Flows that would launch by themselves, and did not before. */
  atOnce: { connection: string; flow: string }[];
  /** Names of the connections that would ask before a launch no more. */
  unasked: string[];
}

/** What to know before settings are replaced: where data will go, what launches by itself, and what is no longer asked. */
export function effectsOf(before: Settings, after: Settings): ImportEffects {
  const known = new Set(before.connections.map(destinationText));
  const launched = new Set(before.connections.flatMap(atOnceIn).map(({ key }) => key));
  return {
    destinations: after.connections
      .filter((connection) => !known.has(destinationText(connection)))
      .map(destinationOf),
    atOnce: after.connections
      .flatMap(atOnceIn)
      .filter(({ key }) => !launched.has(key))
      .map(({ connection, flow }) => ({ connection, flow })),
    unasked: after.connections
      .filter((each) => !each.confirmLaunch && before.connections.some((it) => wasAsked(it, each)))
      .map(({ name }) => name),
  };
}

/** Whether a connection asks, and another has its name or leads to the same place. */
function wasAsked(before: Connection, after: Connection): boolean {
  const isSame = before.name === after.name || connectionKey(before) === connectionKey(after);
  return before.confirmLaunch && isSame;
}

function destinationOf({ name, environment, clientId, requestFormat }: Connection): Destination {
  const { login, api } = hostsOf(environment);
  return { connection: name, login, api, clientId, ...requestFormat };
}

const destinationText = (connection: Connection) => JSON.stringify(destinationOf(connection));

function atOnceIn({ name, flows }: Connection) {
  return flows
    .filter(({ launchAtOnce }) => launchAtOnce)
    .map((flow) => ({ key: `${name} ${flow.id}`, connection: name, flow: flow.name }));
}
