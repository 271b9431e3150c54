import { regions } from '../base/environment.ts';

/**
 * What people put into a host to name a region, though no host of the API has it, and the AWS regions
 * that it may mean. https://help.mypurecloud.com/articles/aws-regions-for-genesys-cloud-deployment/
 */
const hints: Readonly<Record<string, string>> = {
  us: 'us-east-1 us-west-2',
  usa: 'us-east-1 us-west-2',
  na: 'us-east-1 us-west-2 ca-central-1',
  amer: 'us-east-1 us-west-2 ca-central-1 mx-central-1 sa-east-1',
  eu: 'eu-west-1 eu-west-2 eu-central-1 eu-central-2',
  europe: 'eu-west-1 eu-west-2 eu-central-1 eu-central-2',
  emea: 'eu-west-1 eu-west-2 eu-central-1 eu-central-2 me-central-1',
  ap: 'ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3',
  apac: 'ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3',
  asia: 'ap-south-1 ap-southeast-1 ap-northeast-1 ap-northeast-2 ap-northeast-3',
  uk: 'eu-west-2',
  gb: 'eu-west-2',
  london: 'eu-west-2',
  ie: 'eu-west-1',
  ireland: 'eu-west-1',
  dublin: 'eu-west-1',
  de: 'eu-central-1',
  frankfurt: 'eu-central-1',
  germany: 'eu-central-1',
  ch: 'eu-central-2',
  zurich: 'eu-central-2',
  ca: 'ca-central-1',
  canada: 'ca-central-1',
  mx: 'mx-central-1',
  mexico: 'mx-central-1',
  br: 'sa-east-1',
  latam: 'sa-east-1 mx-central-1',
  brazil: 'sa-east-1',
  jp: 'ap-northeast-1 ap-northeast-3',
  japan: 'ap-northeast-1 ap-northeast-3',
  tokyo: 'ap-northeast-1',
  osaka: 'ap-northeast-3',
  kr: 'ap-northeast-2',
  korea: 'ap-northeast-2',
  seoul: 'ap-northeast-2',
  au: 'ap-southeast-2',
  australia: 'ap-southeast-2',
  sydney: 'ap-southeast-2',
  sg: 'ap-southeast-1',
  singapore: 'ap-southeast-1',
  in: 'ap-south-1',
  india: 'ap-south-1',
  mumbai: 'ap-south-1',
  uae: 'me-central-1',
  me: 'me-central-1',
  gov: 'us-east-2',
  fedramp: 'us-east-2',
};

/**
 * The domains of the regions that a host names in a way of its own: `eu-central-1`, `usw2`, `euc1`,
 * `eu`, `frankfurt`, or the country behind `purecloud`.
 */
export function domainsHinted(host: string): readonly string[] {
  const labels = host.split('.');
  const named = regions.find(
    ({ domain, awsRegion }) =>
      labels.includes(awsRegion) ||
      labels.includes(shortOf(awsRegion)) ||
      (domain.endsWith('pure.cloud') && labels.includes(domain.split('.')[0] ?? '')),
  );
  if (named !== undefined) return [named.domain];
  const [, country] = /(?:purecloud|genesys)\w*\.(?:com?\.)?(ie|de|jp|au)$/.exec(host) ?? [];
  const ending = country === 'au' ? '.com.au' : `.${country}`;
  const near = regions.find(({ domain }) => domain === `mypurecloud${ending}`);
  if (near !== undefined) return [near.domain];
  // The last label is the domain's own ending: `.us`, `.eu`, `.ca` are as good a hint.
  const isGenesys = /genesys|pure|mygen/.test(host);
  const words = labels.flatMap((label) => label.split('-')).toReversed();
  const hint = isGenesys ? words.find((word) => Object.hasOwn(hints, word)) : undefined;
  const meant = hint === undefined ? [] : (hints[hint] ?? '').split(' ');
  return regions.filter(({ awsRegion }) => meant.includes(awsRegion)).map(({ domain }) => domain);
}

/** `euc1` of `eu-central-1`. */
function shortOf(awsRegion: string): string {
  const [area = '', side = '', number = ''] = awsRegion.split('-');
  const letters = /^(north|south)(east|west)$/.exec(side);
  const short = letters === null ? side.slice(0, 1) : `${letters[1]?.[0]}${letters[2]?.[0]}`;
  return `${area}${short}${number}`;
}
