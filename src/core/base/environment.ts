import { allowsLoopback } from './loopback.ts';
import { z } from './zod.ts';

/**
 * The published regions: the domain that all hosts of a region share, its AWS region, and a name
 * people know it by.
 * Source: `PureCloudRegionHosts.js` of npm purecloud-platform-client-v2 262.0.0 and
 * https://help.mypurecloud.com/articles/aws-regions-for-genesys-cloud-deployment/
 */
export const regions = [
  { domain: 'mypurecloud.com', awsRegion: 'us-east-1', name: 'Americas (US East)' },
  { domain: 'use2.us-gov-pure.cloud', awsRegion: 'us-east-2', name: 'Americas (FedRAMP)' },
  { domain: 'usw2.pure.cloud', awsRegion: 'us-west-2', name: 'Americas (US West)' },
  { domain: 'cac1.pure.cloud', awsRegion: 'ca-central-1', name: 'Americas (Canada)' },
  { domain: 'mxc1.pure.cloud', awsRegion: 'mx-central-1', name: 'Americas (Mexico)' },
  { domain: 'sae1.pure.cloud', awsRegion: 'sa-east-1', name: 'Americas (São Paulo)' },
  { domain: 'mypurecloud.ie', awsRegion: 'eu-west-1', name: 'EMEA (Ireland)' },
  { domain: 'euw2.pure.cloud', awsRegion: 'eu-west-2', name: 'EMEA (London)' },
  { domain: 'mypurecloud.de', awsRegion: 'eu-central-1', name: 'EMEA (Frankfurt)' },
  { domain: 'euc2.pure.cloud', awsRegion: 'eu-central-2', name: 'EMEA (Zurich)' },
  { domain: 'edee1.eusc-pure.cloud', awsRegion: 'eusc-de-east-1', name: 'EMEA (EU Sovereign)' },
  { domain: 'mec1.pure.cloud', awsRegion: 'me-central-1', name: 'EMEA (UAE)' },
  { domain: 'aps1.pure.cloud', awsRegion: 'ap-south-1', name: 'Asia Pacific (Mumbai)' },
  { domain: 'apse1.pure.cloud', awsRegion: 'ap-southeast-1', name: 'Asia Pacific (Singapore)' },
  { domain: 'mypurecloud.com.au', awsRegion: 'ap-southeast-2', name: 'Asia Pacific (Sydney)' },
  { domain: 'mypurecloud.jp', awsRegion: 'ap-northeast-1', name: 'Asia Pacific (Tokyo)' },
  { domain: 'apne2.pure.cloud', awsRegion: 'ap-northeast-2', name: 'Asia Pacific (Seoul)' },
  { domain: 'apne3.pure.cloud', awsRegion: 'ap-northeast-3', name: 'Asia Pacific (Osaka)' },
] as const;

const domains = regions.map(({ domain }) => domain);

/** An origin that may be talked to: `https:`, or plain `http:` on loopback in builds for the sandbox. */
export const originSchema = z.pipe(
  z
    .pipe(
      z.url({ protocol: allowsLoopback ? /^https?$/ : /^https$/ }).check(z.maxLength(300)),
      z.transform((address) => new URL(address)),
    )
    .check(
      z.refine((url) => url.protocol === 'https:' || isLoopback(url), 'not-https'),
      z.refine((url) => url.username === '' && url.password === '', 'has-credentials'),
    ),
  z.transform((url) => url.origin),
);

/** Where an org lives: a published region, or login and API addresses of one's own. */
export const environmentSchema = z.discriminatedUnion('region', [
  z.strictObject({ region: z.enum(domains) }),
  z.strictObject({
    region: z.literal('custom'),
    loginUrl: originSchema,
    apiUrl: originSchema,
    appsUrl: z.optional(originSchema),
  }),
]);

export type Environment = z.infer<typeof environmentSchema>;

/** Origins without a trailing slash. `apps` is the web interface, absent where the settings do not name it. */
export interface Hosts {
  login: string;
  api: string;
  apps: string | undefined;
}

/** The origins of an environment. */
export function hostsOf(environment: Environment): Hosts {
  if (environment.region === 'custom') {
    const { loginUrl, apiUrl, appsUrl } = environment;
    return { login: loginUrl, api: apiUrl, apps: appsUrl };
  }
  const { region } = environment;
  return {
    login: `https://login.${region}`,
    api: `https://api.${region}`,
    apps: `https://apps.${region}`,
  };
}

/**
 * The path of the redirect URL. Each environment is an authorization server of its own, and gets a
 * path of its own, so that an answer of one cannot be passed off as an answer of another.
 * https://www.rfc-editor.org/rfc/rfc9700#section-4.4.2.2
 */
export function redirectPath(environment: Environment): string {
  return environment.region === 'custom' ? new URL(environment.loginUrl).host : environment.region;
}

/** What people call an environment: its region's name, or the host of a custom one. */
export function environmentName(environment: Environment): string {
  if (environment.region === 'custom') return new URL(environment.apiUrl).host;
  return regions.find(({ domain }) => domain === environment.region)?.name ?? environment.region;
}

function isLoopback(url: URL): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}
