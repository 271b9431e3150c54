import type { Route } from './api-route.ts';
import { contacts } from './crm-contacts.ts';
import { refuse } from './refusals.ts';
import { uuid } from './uuid.ts';

/** The people of the sample CRM, as external contacts of the organization: reverse white pages. */
export function contactRoutes(): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/v2/externalcontacts/reversewhitepageslookup',
      scopes: ['external-contacts', 'external-contacts:readonly'],
      permissions: { any: ['externalContacts:contact:view'] },
      handle({ query }) {
        const wanted = query.get('lookupVal') ?? '';
        if (wanted === '') return refuse('invalid.query.param.value', '', 'lookupVal');
        const isWanted = (value?: string) => value?.toLowerCase() === wanted.toLowerCase();
        const found = contacts.filter(({ phone, email }) => isWanted(phone) || isWanted(email));
        return { status: 200, json: { contacts: found.slice(0, 25).map(contactEntity) } };
      },
    },
  ];
}

function contactEntity({ id, name, phone, email, company, customerId }: (typeof contacts)[number]) {
  const [firstName = '', ...rest] = name.split(' ');
  const contactId = uuid(`contact ${id}`);
  return {
    id: contactId,
    type: 'Curated',
    firstName,
    lastName: rest.join(' '),
    ...(phone && { cellPhone: { display: phone, e164: phone, countryCode: 'US' } }),
    workEmail: email,
    externalOrganization: { id: uuid(`organization ${company}`), name: company },
    externalIds: [{ externalSource: { id: uuid('crm') }, value: customerId }],
    selfUri: `/api/v2/externalcontacts/contacts/${contactId}`,
  };
}
