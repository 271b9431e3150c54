/** In two steps, so that a template of blanks and braces costs no more than its length. */
const placeholder = /\{\{([^{}]*)\}\}/g;

/** Participant data may have any name, blanks included: `{{conversation.attributes.Account No}}`. */
const name = /^(?:[\w.]+|conversation\.attributes\.[^{}]+)$/;

function nameIn(inner: string): string | undefined {
  const trimmed = inner.trim();
  return name.test(trimmed) ? trimmed : undefined;
}

/** The only placeholder of a template that is nothing else: `{{customerNumber}}`. */
export function soleField(template: string): string | undefined {
  const whole = template.trim();
  const inner = /^\{\{([^{}]*)\}\}$/.exec(whole)?.[1];
  return inner === undefined ? undefined : nameIn(inner);
}

/**
 * Puts values into a template: `Call {{customerNumber}}`. A name without a value becomes nothing:
 * a template's result is sent to a flow, and braces there would be of no use.
 */
export function fillTemplate(
  template: string,
  lookUp: (name: string) => string | undefined,
): string {
  return template.replace(placeholder, (whole, inner: string) => {
    const field = nameIn(inner);
    return field === undefined ? whole : (lookUp(field) ?? '');
  });
}

/** The names in a template's placeholders. */
export function placeholdersIn(template: string): string[] {
  return [...template.matchAll(placeholder)].flatMap(([, inner = '']) => nameIn(inner) ?? []);
}

/** Names that a person may have begun to type at the end of a template, with the template as each completes it. */
export function completionsOf(typed: string, names: readonly string[]): string[] {
  const [, before = '', begun] = /^(.*\{\{)([^{}]*)$/s.exec(typed) ?? [];
  if (begun === undefined) return typed === '' ? names.map((each) => `{{${each}}}`) : [];
  const wanted = begun.trim().toLowerCase();
  return names
    .filter((each) => each.toLowerCase().includes(wanted))
    .map((each) => `${before}${each}}}`);
}
