import { regions } from '../base/environment.ts';
import { type Finding, finding } from '../base/finding.ts';

const defaultDomain = 'mypurecloud.com';

/** Genesys's own names that lead to no API of a region, or to none at all. */
const genesysName =
  /(?:^|\.)(?:[\w-]*genesys[\w-]*|[\w-]*purecloud[\w-]*|pure|us-gov-pure|eusc-pure)\./;

export interface CheckedHost {
  readonly findings: Finding[];
  /** Scheme and host as they should be; `undefined` where the request shows none. */
  readonly origin: string | undefined;
}

/**
 * Whether a request goes to `https://api.<domain>` of one of the published regions. Hosts that
 * nobody but their owner knows may be a gateway in front of the API, so they are only likely wrong;
 * this machine and hosts left open in a template are let be.
 *
 * @param origin scheme and host as written, `undefined` if the address has none
 */
export function checkHost(origin: string | undefined): CheckedHost {
  if (origin === undefined) return { findings: [], origin: undefined };
  const [, scheme = 'https', written = ''] = /^(?:(\w+):)?\/\/(.*)$/.exec(origin) ?? [];
  const host = written
    .toLowerCase()
    .replace(/^.*@/, '')
    .replace(/\.(?=:|$)/, '');
  if (isOpen(host) || isThisMachine(host)) return { findings: [], origin };

  const name = host.replace(/:\d*$/, '');
  const domain = domainOf(name);
  const right = `api.${domain ?? defaultDomain}`;
  const isRight = host === right || host === `${right}:443`;
  if (isRight && scheme === 'https') return { findings: [], origin: `https://${right}` };
  const isSure = domain !== undefined || genesysName.test(`${name}.`);
  const params = { host: isRight ? `${scheme}://${host}` : host, right };
  return {
    findings: [finding('wrong-host', isSure && !isRight ? 'certain' : 'likely', params)],
    origin: `https://${right}`,
  };
}

/** The region's domain that a host belongs to or hints at. */
function domainOf(host: string): string | undefined {
  const exact = regions.find(({ domain }) => host === `api.${domain}`);
  if (exact !== undefined) return exact.domain;
  const labels = host.split('.');
  const hinted = regions.find(
    ({ domain, awsRegion }) => labels.includes(awsRegion) || labels.includes(codeOf(domain)),
  );
  if (hinted !== undefined) return hinted.domain;
  const within = regions.find(({ domain }) => host === domain || host.endsWith(`.${domain}`));
  return within?.domain ?? nearDomain(host);
}

/** `usw2` of `usw2.pure.cloud`; the older domains have no code. */
function codeOf(domain: string): string {
  return domain.endsWith('pure.cloud') ? (domain.split('.')[0] ?? '') : ' ';
}

/** `api.mypurecloud.au` and `api.purecloud.de` name a country as the older domains do. */
function nearDomain(host: string): string | undefined {
  const [, country] = /(?:purecloud|genesys)\w*\.(?:com?\.)?(ie|de|jp|au)$/.exec(host) ?? [];
  const ending = country === 'au' ? '.com.au' : `.${country}`;
  return regions.find(({ domain }) => domain === `mypurecloud${ending}`)?.domain;
}

function isOpen(host: string): boolean {
  return host === '' || /[{}<>$%]/.test(host);
}

function isThisMachine(host: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/.test(host);
}
