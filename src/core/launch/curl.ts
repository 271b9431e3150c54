import { maskHeader, maskSecrets } from '../base/redact.ts';

/** A request to be copied; `Authorization` may be absent, as it is added on the way out. */
export interface CopiedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/**
 * Writes a request as a curl command for bash. The token is left to the shell, as `$GENESYS_TOKEN`;
 * everything else is quoted so that it arrives byte for byte, whatever it holds.
 */
export function toCurl({ method, url, headers, body }: CopiedRequest): string {
  const others = Object.entries(headers).filter(([name]) => !/^authorization$/i.test(name));
  const lines = [
    `curl --request ${quoted(method)} ${quoted(maskSecrets(url))}`,
    '--header "Authorization: Bearer $GENESYS_TOKEN"',
    ...others.map(([name, value]) => `--header ${quoted(`${name}: ${maskHeader(name, value)}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${quoted(maskSecrets(body))}`]),
  ];
  return lines.join(' \\\n  ');
}

/** Single quotes protect everything but themselves; plain words need none. */
function quoted(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
