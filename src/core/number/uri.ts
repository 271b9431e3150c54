/** Links that call a person's telephone or write to it. */
export const callingLink =
  /^\s*(?:tel|callto|sms|sips?|whatsapp|facetime|facetime-audio|skype|viber):|^\s*https?:\/\/(?:wa\.me|(?:api|web|chat)\.whatsapp\.com)\//i;

const scheme =
  /^(?:tel|callto|sms|sips?|facetime|facetime-audio|skype|viber):(?:\/*(?:call|chat|add)?\?number=|\/+)?/i;
/** Whom a link to a chat writes to: in its path, or in its parameter `phone`. One that shares a text has neither. */
const whatsapp =
  /^(?:https?:\/\/wa\.me\/\+?|(?:whatsapp:|https?:\/\/\w+\.whatsapp\.com\/)[^?#]*\?(?:[^#]*&)?phone=\+?)([\d\s().-]+)/i;
/** Links that open a chat: firms put them on all their pages. */
export const chatLink = /^(?:whatsapp:|https?:\/\/(?:wa\.me|\w+\.whatsapp\.com)\/)/i;

/**
 * What a calling link holds, without scheme and parameters (RFC 3966, RFC 5724), with its
 * extension behind `x`.
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

/** Twice at most: links are encoded twice now and then. */
function decoded(text: string): string {
  try {
    const once = decodeURIComponent(text);
    return /%(?:2B|28|29|20)/i.test(once) ? decodeURIComponent(once) : once;
  } catch {
    return text;
  }
}
