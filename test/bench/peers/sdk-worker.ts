import type { LaunchJob } from './launch.ts';

declare function importScripts(url: string): void;

// Genesys' client takes `window` for granted, which a worker does not have. Otherwise it is loaded as
// its README says for scripts in a browser.
Object.assign(globalThis, { window: globalThis });
importScripts('purecloud-platform-client-v2.min.js');
type Client = typeof import('purecloud-platform-client-v2');
const load = (globalThis as unknown as { require(name: 'platformClient'): Client }).require;
const { ApiClient, ArchitectApi } = load('platformClient');

/** Launches with Genesys' own client. */
chrome.runtime.onMessage.addListener(({ url, accessToken, body }: LaunchJob) => {
  const { hostname, port } = new URL(url);
  ApiClient.instance.setGateway({ host: hostname, protocol: 'http', port: Number(port) });
  ApiClient.instance.setAccessToken(accessToken);
  void new ArchitectApi().postFlowsExecutions(body);
});
