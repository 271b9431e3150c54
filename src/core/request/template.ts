import { behindClosing } from './balanced.ts';

/**
 * A template without its directives, so that what it writes can be read: Velocity, in which data
 * actions are written (https://help.mypurecloud.com/articles/velocity-macros-for-data-actions/),
 * Handlebars and Jinja. Of all branches the text stays; a text without directives stays as it is.
 */
export function withoutDirectives(text: string): string {
  if (!/#(?:if|else|end|set|foreach|\{)|\{%|\{\{[#/]/.test(text)) return text;
  return withoutVelocity(text)
    .replace(/\{%[^%]*%\}/g, '')
    .replace(/\{\{[#/][^{}]*\}\}/g, '');
}

function withoutVelocity(text: string): string {
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const directive = /^#\{?(?:if|elseif|else|end|set|foreach|macro|break|stop)\b\}?/.exec(
      text.slice(at, at + 12),
    );
    if (directive === null) {
      plain += text[at];
      at += 1;
      continue;
    }
    const end = at + directive[0].length;
    const opens = /^\s*\(/.exec(text.slice(end, end + 10));
    const takesCondition = /if|set|foreach|macro/.test(directive[0]);
    at = opens === null || !takesCondition ? end : behindClosing(text, end + opens[0].length);
  }
  return plain;
}
