/** What stands where a secret was. */
export const maskedToken = '<token>';

const secretNames =
  'access_?token|refresh_?token|id_?token|auth_?token|bearer_?token|client_?secret|code_?verifier|code_?challenge|password|api_?key';

/** `"access_token": "…"`, also inside a JSON string, where the quotes are escaped. */
const secretMember = new RegExp(
  `((?:${secretNames})\\\\*["'\`]?\\s*[:=]\\s*\\\\*["'\`])([^"'\`\\\\\\s]+)`,
  'gi',
);
/** `access_token=…` in an address or a form; a sign-in's `code` and `state` only occur there. */
const secretPair = new RegExp(`([?&#]|\\b)((?:${secretNames})=)([^&#\\s"'\`]+)`, 'gi');
const signInPair = /([?&#](?:code|state)=)([^&#\s"'`]+)/gi;
const credentials = /\b(Bearer|Basic)(\s+|%20)([\w+/=.~-]{8,})/gi;
const jsonWebToken = /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g;
const cookie = /\b((?:set-)?cookie["']?\s*[:=]\s*["']?)([^"'\r\n]+)/gi;

/** Written where a token belongs by someone who left it out; nothing to hide. */
const stand =
  /^(?:your|my|the)?[-_ ]*(?:access|auth|bearer|api)?[-_ ]*(?:token|key|secret|here|x|undefined|null)+[-_ ]*(?:here)?$/i;
const openPlace = /^(?:<[^>]*>|\{\{?[^}]*\}\}?|\$\w+|\$\{[^}]*\}|\$env:\w+|%\w+%)$/i;

/** What loggers write where a credential was. */
const redaction = /^[[<(]?(?:redacted|filtered|masked|hidden|removed)[\])>]?$|^[*•]{3,}$/i;

/** Whether a logger took the credential out: it was sent, and is not shown. */
export function isRedacted(credential: string): boolean {
  return redaction.test(credential.trim());
}

/** Whether a credential is a place left open, such as `<token>`, `{{token}}` or `YOUR_TOKEN`. */
export function isOpenCredential(credential: string): boolean {
  return openPlace.test(credential) || stand.test(credential) || isRedacted(credential);
}

/**
 * Masks what must never be shown, stored or copied: access tokens, sign-in codes, verifiers, client
 * secrets, passwords and cookies, wherever they lie in the text.
 */
export function maskSecrets(text: string): string {
  return text
    .replace(jsonWebToken, maskedToken)
    .replace(credentials, (whole, scheme: string, gap: string, secret: string) =>
      looksLikeSecret(secret) ? `${scheme}${gap}${maskedToken}` : whole,
    )
    .replace(secretMember, (whole, before: string, secret: string) =>
      isOpenCredential(secret) ? whole : `${before}${maskedToken}`,
    )
    .replace(secretPair, (whole, edge: string, name: string, secret: string) =>
      isOpenCredential(secret) ? whole : `${edge}${name}${maskedToken}`,
    )
    .replace(signInPair, (_whole, before: string) => `${before}${maskedToken}`)
    .replace(cookie, (_whole, before: string) => `${before}${maskedToken}`);
}

/** Masks the credential of one header. Its scheme stays, since a wrong one explains a refusal. */
export function maskHeader(name: string, value: string): string {
  const key = name.toLowerCase();
  if (/^(?:set-)?cookie$|secret|api-?key|-token$/.test(key)) return maskedToken;
  if (!/^(?:proxy-)?authori[sz]ation$/.test(key)) return maskSecrets(value);
  // It names the token and does not hold it.
  if (isBearerExpression(value.trim())) return maskSecrets(value.trim());
  // A scheme that sticks to its token is the mistake itself.
  if (/^bearer[^\s:{$<]/i.test(value.trim())) return `Bearer${maskedToken}`;
  const [, scheme = '', secret = ''] =
    /^(?:(bearer\s+bearer|\S+)\s+)?(.*)$/is.exec(value.trim()) ?? [];
  if (secret === '' || /^(?:bearer|basic|undefined|null|\[object \w+\])$/i.test(secret))
    return value.trim();
  // Quotes, JSON or a client's ID before the secret are the mistake itself.
  const [sign = ''] = /^\{?"|^[\w.-]+:(?=\w)/.exec(secret) ?? [];
  const mark = sign.endsWith(':') ? 'id:' : sign;
  const isOpen = isOpenCredential(secret) || secret.includes('{{');
  const shown = isOpen ? secret : `${mark}${maskedToken}`;
  return scheme === '' ? shown : `${isScheme(scheme) ? scheme : ''} ${shown}`.trim();
}

const uuid = '[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}';
const isoTime =
  '\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?';
const phone =
  '\\+\\d(?:[\\s().\\/-]{0,3}\\d){5,17}|(?<![\\w.+-])\\(?\\d(?:[\\s().\\/-]{0,3}\\d){6,17}(?![\\w-])';
const phoneOrNot = new RegExp(`(?<kept>${uuid}|${isoTime})|${phone}`, 'gi');
const email = /[\p{L}\p{N}._%+'-]{1,64}(?:@|%40)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/giu;

/** Masks e-mail addresses and phone numbers; ids and times that look a little like them stay. */
export function maskCustomerData(text: string): string {
  return text
    .replace(email, '<email>')
    .replace(phoneOrNot, (whole, kept: string | undefined) =>
      kept === undefined ? '<phone>' : whole,
    );
}

/** Long, or with a digit in it: words of a sentence such as "bearer authentication" stay. */
function looksLikeSecret(text: string): boolean {
  if (isOpenCredential(text)) return false;
  return /\d/.test(text) || text.length >= 20;
}

function isScheme(word: string): boolean {
  return /^(?:(?:bearer\s+)?bearer:?|basic|token|oauth|digest|apikey|negotiate)$/i.test(word);
}

/** Whether a tool puts the header together: `${"Bearer " + token}`, `@concat('Bearer ', …)`. */
export function isBearerExpression(authorization: string): boolean {
  return /^(?:@|\$\{|=?\{\{).*["']bearer /i.test(authorization);
}
