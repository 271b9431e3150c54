import { cleanText } from '../base/clean-text.ts';
import type { Hosts } from '../base/environment.ts';
import { notRead } from '../base/error-body.ts';
import { done, failureSchema, type Outcome } from '../base/failure.ts';
import { type HttpAnswer, type HttpRequest, jsonOf } from '../base/http.ts';
import { z } from '../base/zod.ts';

const text = z.catch(z.optional(z.string().check(z.maxLength(2_000))), undefined);
const reference = z.catch(z.optional(z.object({ id: text })), undefined);
const phone = z.catch(z.optional(z.object({ e164: text, display: text })), undefined);

/** What is read of the published `ExternalContact`; anything else in it is ignored. */
const contactSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  firstName: text,
  middleName: text,
  lastName: text,
  workPhone: phone,
  cellPhone: phone,
  homePhone: phone,
  otherPhone: phone,
  workEmail: text,
  personalEmail: text,
  otherEmail: text,
  externalOrganization: z.catch(z.optional(z.object({ name: text })), undefined),
  externalIds: z.catch(z.optional(z.array(z.object({ value: z.string() }))), undefined),
  canonicalContact: reference,
});

type ContactAnswer = z.infer<typeof contactSchema>;

/** A contact of the organization's, as far as a form has use for it. */
const externalContactSchema = z.object({
  id: z.string(),
  name: z.optional(z.string()),
  organization: z.optional(z.string()),
  emails: z.array(z.string()),
  /** In E.164 where the server understood them. */
  numbers: z.array(z.string()),
  /** What other systems, such as a CRM, call this contact. */
  externalIds: z.array(z.string()),
});

export type ExternalContact = z.infer<typeof externalContactSchema>;

/** What became of looking up one number or email address. */
export const contactLookUpSchema = z.object({
  value: z.string(),
  contacts: z.array(externalContactSchema),
  failure: z.optional(failureSchema),
});

export type ContactLookUp = z.infer<typeof contactLookUpSchema>;

/**
 * Asks which external contacts have a number or an email address: reverse white pages, which give at
 * most 25. `GET /api/v2/externalcontacts/reversewhitepageslookup`
 * (getExternalcontactsReversewhitepageslookup): https://developer.genesys.cloud/devapps/api-explorer
 *
 * @param value an E.164 number or an email address
 */
export function contactsRequest(hosts: Hosts, value: string): HttpRequest {
  const query = new URLSearchParams({ lookupVal: value, expand: 'contacts.externalOrganization' });
  return {
    method: 'GET',
    url: `${hosts.api}/api/v2/externalcontacts/reversewhitepageslookup?${query}`,
    headers: { Accept: 'application/json' },
  };
}

/**
 * Reads the answer to `contactsRequest`. A contact that was merged into another one comes once, as the
 * one that it became. Fails with `contacts-not-allowed` or `contacts-not-read`.
 */
export function readContacts(answer: HttpAnswer): Outcome<ExternalContact[]> {
  const { status } = answer;
  if (status === 403) return notRead(answer, 'contacts-not-allowed', {});
  const listing = status === 200 ? listingSchema.safeParse(jsonOf(answer)).data : undefined;
  if (listing === undefined) return notRead(answer, 'contacts-not-read');
  const found = listing.contacts.flatMap((one) => contactSchema.safeParse(one).data ?? []);
  const canonical = new Map<string, ContactAnswer>();
  for (const contact of found) {
    const id = contact.canonicalContact?.id ?? contact.id;
    if (contact.id === id || !canonical.has(id)) canonical.set(id, contact);
  }
  return done([...canonical].map(([id, contact]) => ({ ...contactOf(contact), id })));
}

const listingSchema = z.object({ contacts: z.array(z.unknown()).check(z.maxLength(1_000)) });

function contactOf(contact: ContactAnswer): ExternalContact {
  const { workPhone, cellPhone, homePhone, otherPhone, externalIds = [] } = contact;
  const { firstName, middleName, lastName, workEmail, personalEmail, otherEmail } = contact;
  const phones = [cellPhone, workPhone, homePhone, otherPhone];
  return {
    id: contact.id,
    name: told([told([firstName, middleName, lastName]).join(' ')])[0],
    organization: told([contact.externalOrganization?.name])[0],
    emails: told([workEmail, personalEmail, otherEmail]),
    numbers: told(phones.map((each) => each?.e164 ?? each?.display)),
    externalIds: told(externalIds.map(({ value }) => value)),
  };
}

function told(values: readonly (string | undefined)[]): string[] {
  return values.map((value = '') => cleanText(value).trim()).filter((value) => value !== '');
}
