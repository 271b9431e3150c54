import { isOpenCredential, maskedToken, maskSecrets } from '../base/redact.ts';

/** A secret in quotes, behind a pattern that shows that it is one. */
const quoted = (before: string) =>
  new RegExp(`(${before}\\s*["'\`])([^"'\`\\s]{4,})(?=["'\`])`, 'gi');

/** A first argument in quotes and a comma: `("client-id", `. */
const firstArgument = '\\(\\s*[brf]?["\'][^"\'\\n]{0,100}["\']\\s*,';

/** How code and commands write secrets, beyond the ways that `maskSecrets` knows. */
const ways: readonly RegExp[] = [
  // token = "…", 'x-api-key': '…', "token": "…", .setAccessToken("…"), .withAccessToken("…")
  quoted(
    '(?:\\b|_|[a-z])(?:token|secret|passw(?:or)?d|pwd|api-?key)["\'`]?\\]?\\s*(?:=>|:?=|[:,(])',
  ),
  // Authorization without a scheme: { Authorization: "…" }, setRequestHeader('Authorization', '…')
  quoted('authorization["\'`]?\\]?\\s*(?:=>|[:=])'),
  quoted('\\(\\s*["\']authorization["\']\\s*,'),
  // { "key": "password", "value": "…" } of Postman
  quoted(
    '"(?:key|name)"\\s*:\\s*"[^"]{0,40}(?:token|secret|password|api_?key)[^"]{0,40}"\\s*,\\s*"value"\\s*:',
  ),
  // auth=("id", "…"), HTTPBasicAuth('id', '…'), loginClientCredentialsGrant('id', '…'), PostToken("id", "…")
  quoted(`auth\\s*=\\s*${firstArgument}`),
  quoted(`(?:basic_?auth|client_?credentials\\w*|posttoken)\\s*${firstArgument}`),
  quoted('ConvertTo-SecureString(?:\\s+-String)?'),
  // btoa('id:…'), b64encode(b"id:…"), CURLOPT_USERPWD, "id:…"
  /((?:btoa|base64\w{0,40}|b64encode|getbytes|from|userpwd)\s*[(,]\s*[brf]?["'`][\w-]{1,100}:)([^"'`\s]{4,})(?=["'`])/gi,
  // curl -u id:…, http -a id:…, --user "id:…"
  /((?:^|\s)(?:-u|--user|-a|--auth|--proxy-user)[ =]*["']?[^\s"':]{1,100}:)([^\s"']{4,})/g,
  /((?:^|\s)--(?:http-)?password[ =]+["']?)([^\s"']{4,})/g,
  // export GENESYS_SECRET=…
  /(\b[A-Z][A-Z0-9_]{0,80}(?:SECRET|TOKEN|PASSWORD|API_KEY)[A-Z0-9_]{0,80}=["']?)([^\s"'$]{6,})/g,
  // https://id:…@host
  /(\bhttps?:\/\/[^\s/:@"']{1,100}:)([^\s/@"']{4,})(?=@)/g,
];

/**
 * Masks the secrets in a paste, also in code and commands. Kickoff shows, reads and keeps only the masked text. Places
 * left open (`YOUR_TOKEN`, `{{token}}`, `$TOKEN`) stay.
 */
export function maskPaste(pasted: string): string {
  return ways.reduce(
    (text, way) =>
      text.replace(way, (whole, before: string, secret: string) =>
        isHarmless(secret) ? whole : `${before}${maskedToken}`,
      ),
    maskSecrets(pasted),
  );
}

/** Whether a text is no secret: a place left open, a plain word, a media type, an address. */
function isHarmless(secret: string): boolean {
  if (isOpenCredential(secret) || /[{}<>]|^[$%]|^@?\w+\(|your|example/i.test(secret)) return true;
  return /^(?:[a-z][a-z_-]{0,15}|application\/\S*|https?:\S*)$/i.test(secret);
}
