import { regions } from '../base/environment.ts';
import { type Finding, finding } from '../base/finding.ts';
import { canBecome } from '../request/open-place.ts';
import { domainsHinted } from './region-hint.ts';

const defaultDomain = 'mypurecloud.com';

/** A label of Genesys's own names, and of one that forums make up, that lead to no API of a region. */
const genesysLabel = /genesys|purecloud|^(?:mygen|pure|us-gov-pure|eusc-pure)$/;

/** Characters: https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4. What is longer is no host, and not judged whole. */
const longestHost = 255;

export interface CheckedHost {
  readonly findings: Finding[];
  /** Scheme and host as they should be; `undefined` where the request shows none. */
  readonly origin: string | undefined;
}

/**
 * Whether a request goes to `https://api.<domain>` of one of the published regions. Hosts that only
 * their owner knows may be a gateway in front of the API, so they are only likely wrong; this machine
 * is let be. Of a host with places left open, the rest is judged: what no value can put right is
 * wrong.
 *
 * @param origin scheme and host as written, `undefined` if the address has none
 */
export function checkHost(origin: string | undefined): CheckedHost {
  if (origin === undefined) return { findings: [], origin: undefined };
  const [, scheme = 'https', written = ''] = /^(?:(\w+):)?\/\/(.*)$/.exec(origin) ?? [];
  const host = written
    .slice(written.lastIndexOf('@') + 1)
    .slice(0, longestHost)
    .toLowerCase()
    .replace(/\.(?=:|$)/, '');
  if (host === '' || isThisMachine(host)) return { findings: [], origin };
  if (openPlace.test(host)) return checkOpenHost(host, origin);

  const name = host.replace(/:\d*$/, '');
  const domains = domainsOf(name);
  const right = domains.map((domain) => `api.${domain}`);
  const isRight = right.some((it) => host === it || host === `${it}:443`);
  if (isRight && scheme === 'https') return { findings: [], origin: `https://${right[0]}` };
  const isSure = !isRight && (domains.length > 0 || isGenesysName(name));
  const shown = isRight ? `${scheme}://${host}` : host;
  return wrong(shown, domains, isSure ? 'certain' : 'likely');
}

function wrong(
  host: string,
  domains: readonly string[],
  certainty: Finding['certainty'],
): CheckedHost {
  const [first = `api.${defaultDomain}`, ...more] = domains.map((domain) => `api.${domain}`);
  return {
    findings: [
      finding('wrong-host', certainty, { host, right: more.length > 0 ? [first, ...more] : first }),
    ],
    // Which region is meant where the host names none, or several, only the author knows.
    origin: domains.length === 1 ? `https://${first}` : 'https://api.{region}',
  };
}

/** The domains of the regions that a host belongs to or hints at; none where it names no region. */
function domainsOf(host: string): readonly string[] {
  const exact = regions.find(({ domain }) => host === `api.${domain}`);
  if (exact !== undefined) return [exact.domain];
  const hinted = domainsHinted(host);
  if (hinted.length > 0) return hinted;
  const within = regions.find(({ domain }) => host === domain || host.endsWith(`.${domain}`));
  return within === undefined ? [] : [within.domain];
}

const openPlace = /\{\{[^{}]*\}\}|\$\{[^{}]*\}|\{[^{}]*\}|<[^<>]*>|\$\w+|%\w+%|\$\([^()]*\)/;
const openPlaces = new RegExp(openPlace, 'g');

/** Names of what belongs in front of no API: an org, a tenant, a company. */
const orgName = /org|tenant|company|customer|instance|domain_?name|sub_?domain|your|my/i;

/** Judges a host by what of it is known. */
function checkOpenHost(host: string, origin: string): CheckedHost {
  const known = host.replace(openPlaces, '').replace(/:\d*$/, '');
  // Nothing is known of it, or nothing but the beginning that all hosts of the API have.
  if (/^(?:api)?[.-]*$/.test(known)) return { findings: [], origin };
  const parts = host.replace(/:\d*$/, '').split(openPlaces);
  const isFitting = regions.some(({ domain }) => canBecome(parts, `api.${domain}`));
  const [first = ''] = openPlace.exec(host) ?? [];
  const isOrg = host.startsWith(first) && orgName.test(first);
  if (isFitting && !isOrg) return { findings: [], origin };
  const plain = host.replace(openPlaces, 'x');
  const checked = wrong(host, domainsOf(plain), isGenesysName(plain) ? 'certain' : 'likely');
  return isOrg || orgName.test(first) ? checked : { ...checked, origin: 'https://api.{region}' };
}

function isGenesysName(host: string): boolean {
  return host.split('.').some((label) => genesysLabel.test(label));
}

function isThisMachine(host: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/.test(host);
}
