/** Addresses of links that call a telephone or write to it. */
export const callingLink =
  /^\s*(?:tel|callto|sms|sips?|whatsapp|facetime|facetime-audio|skype|viber):|^\s*https?:\/\/(?:wa\.me|(?:api|web|chat)\.whatsapp\.com)\//i;

const scheme =
  /^(?:tel|callto|sms|sips?|facetime|facetime-audio|skype|viber):(?:\/*(?:call|chat|add)?\?number=|\/+)?/i;
/** The number in a link to a chat: in its path, or in its parameter `phone`. A link that shares a text has neither. */
const whatsapp =
  /^(?:https?:\/\/wa\.me\/\+?|(?:whatsapp:|https?:\/\/\w+\.whatsapp\.com\/)[^?#]*\?(?:[^#]*&)?phone=\+?)([\d\s().-]+)/i;
/** Addresses of links that open a chat: firms put them on all their pages. */
export const chatLink = /^(?:whatsapp:|https?:\/\/(?:wa\.me|\w+\.whatsapp\.com)\/)/i;

/**
 * The number in a calling link without scheme and parameters (RFC 3966, RFC 5724), its extension behind `x`. A text
 * that is no such link comes back nearly as it was; a chat link without a number gives an empty text.
 */
export function numberInUri(text: string): string {
  const uri = decoded(text.trim());
  if (chatLink.test(uri)) {
    const number = whatsapp.exec(uri)?.[1];
    return number ? `+${number.trim()}` : '';
  }
  const number = uri.replace(scheme, '').replace(/@.*$/s, '');
  const context = /;phone-context=(\+\d+)/i.exec(number)?.[1];
  const bare = number
    .replace(/;(?!ext=|postd=)[a-z-]+(?:=[^;]*)?|[?&].*$/gi, '')
    .replace(/;(?:ext|postd)=/i, ' x')
    .trim();
  return context && !bare.startsWith('+') ? context + bare : bare;
}

/** Decodes an address once, and again where a page encoded it twice. */
function decoded(text: string): string {
  try {
    const once = decodeURIComponent(text);
    return /%(?:2B|28|29|20)/i.test(once) ? decodeURIComponent(once) : once;
  } catch {
    return text;
  }
}
