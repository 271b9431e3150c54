/** Participant data may have any name, blanks included: `{{conversation.attributes.Account No}}`. */
const name = '[\\w.]+|conversation\\.attributes\\.[^{}]+?';
const placeholder = new RegExp(`\\{\\{\\s*(${name})\\s*\\}\\}`, 'g');
const only = new RegExp(`^\\s*${placeholder.source}\\s*$`);

/** The only placeholder of a template that is nothing else: `{{customerNumber}}`. */
export function soleField(template: string): string | undefined {
  return only.exec(template)?.[1];
}

/**
 * Puts values into a template: `Call {{customerNumber}}`. A name without a value becomes nothing:
 * a template's result is sent to a flow, and braces there would help nobody.
 */
export function fillTemplate(
  template: string,
  lookUp: (name: string) => string | undefined,
): string {
  return template.replace(placeholder, (_whole, name: string) => lookUp(name) ?? '');
}

/** The names in a template's placeholders. */
export function placeholdersIn(template: string): string[] {
  return [...template.matchAll(placeholder)].flatMap(([, name]) => name ?? []);
}
