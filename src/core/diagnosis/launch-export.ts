import type { Finding } from '../base/finding.ts';
import { correlationId } from '../base/http.ts';
import { type Creator, type Exchange, toHar } from '../launch/har.ts';
import type { Launch } from '../launch/launch.ts';
import type { PageContext } from '../page/context.ts';
import { type EffectiveSettings, mayLaunch } from '../settings/managed.ts';
import { supportBundle } from './support-bundle.ts';

/** The POST of a launch and its answer; nothing if the launch has no request. */
function exchangesOf({ request, answer, times }: Launch): Exchange[] {
  if (request === undefined) return [];
  return [{ request, answer, sent: times.sent ?? times.created, answered: times.answered }];
}

/** A launch as an HTTP archive, in text. */
export function harOf(launch: Launch, program: Creator): string {
  return JSON.stringify(toHar(exchangesOf(launch), program), null, 2);
}

/** What a bundle is made of beside the launch. */
export interface BundleContext {
  readonly program: Creator;
  readonly extensionId: string;
  readonly browser: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly settings: EffectiveSettings;
  readonly findings: readonly Finding[];
  /** How the page in front was read. */
  readonly page?: PageContext | undefined;
}

/** A launch as support wants to see it, in text. Secrets never are in it. */
export function bundleOf(
  launch: Launch,
  context: BundleContext,
  withCustomerData: boolean,
): string {
  const { id, state, flow, execution, answer, times, inputsRemoved } = launch;
  const ids = [answer && correlationId(answer), execution?.errorInfo?.contextId];
  const parts = {
    ...context,
    settings: settingsOf(launch, context.settings),
    launch: { id, state, flowId: flow.id, executionId: execution?.id, times, inputsRemoved },
    correlationIds: ids.filter((each) => each !== undefined),
    exchanges: exchangesOf(launch),
  };
  return supportBundle(parts, withCustomerData);
}

/** The settings that bear on one launch: not the other connections, flows and sites. */
function settingsOf({ connection, flow }: Launch, settings: EffectiveSettings): object {
  const { connections, executionName, defaultCountry, history, policy } = settings;
  const { names, disabledFeatures, allowedSites, problems } = policy;
  const used = connections.find(({ name }) => name === connection.name);
  return {
    connection: used && { ...used, flows: used.flows.filter(({ id }) => id === flow.id) },
    executionName,
    defaultCountry,
    history,
    // Of a limit on flows, what matters is whether it lets this one through.
    policy: {
      names,
      disabledFeatures,
      allowedSites,
      allows: mayLaunch(settings, flow.id),
      problems,
    },
  };
}

/** What is known of an installation beside its settings. */
export interface InstallationFacts {
  /** What the last check of the connection in use found. */
  readonly check: unknown;
  /** Of the local storage, in bytes. */
  readonly storage: { readonly used: number; readonly most: number } | undefined;
  /** Where the browser got the extension from; undefined for one that was loaded by hand. */
  readonly updateUrl: string | undefined;
}

/** The installation as support wants to see it, where there is no launch to look into. */
export function installationBundle(context: BundleContext, facts: InstallationFacts): string {
  const { policy, sites, ...settings } = context.settings;
  const bundle = {
    ...context,
    settings: { ...settings, sites: sites.map(({ name, match }) => ({ name, match })), policy },
    correlationIds: [],
    exchanges: [],
  };
  const { har: _, ...rest } = JSON.parse(supportBundle(bundle, false));
  return JSON.stringify({ ...rest, ...facts }, null, 2);
}
