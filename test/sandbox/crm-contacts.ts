/** A contact of the sample CRM. `numbers` are shown in a table, `phone` as a `tel:` link. */
export interface Contact {
  id: number;
  customerId: string;
  name: string;
  company: string;
  role: string;
  email: string;
  phone?: string;
  numbers: readonly { kind: string; text: string }[];
  city: string;
  since: string;
  orders: readonly { number: string; item: string; total: string; state: string }[];
  note: string;
}

/** People, companies and numbers are invented; 555-01xx numbers are kept free for this. */
export const contacts: readonly Contact[] = [
  {
    id: 1,
    customerId: 'C-20117',
    name: 'Alice Martin',
    company: 'Harbour Row Bakery',
    role: 'Owner',
    email: 'alice.martin@harbourrow.example',
    phone: '+15550199888',
    numbers: [
      { kind: 'Mobile', text: '+1 415 555 2671' },
      { kind: 'Fax', text: '+1 415 555 2690' },
    ],
    city: 'Portland',
    since: '2019-04-11',
    orders: [
      { number: 'A-1043', item: 'Deck oven, two chambers', total: '$8,420.00', state: 'Delivered' },
      { number: 'A-1102', item: 'Proofing trolley', total: '$640.00', state: 'Open' },
      { number: '4155550142', item: 'Service visit', total: '$180.00', state: 'Open' },
    ],
    note: 'Prefers a call back after 4 pm. Asked about the delivery of order A-1102.',
  },
  {
    id: 2,
    customerId: 'C-20342',
    name: 'Bruno Keller',
    company: 'Keller & Söhne GmbH',
    role: 'Purchasing',
    email: 'b.keller@keller-soehne.example',
    phone: '+493023125555',
    numbers: [
      { kind: 'Office', text: '030 23125 555' },
      { kind: 'Mobile', text: '+49 1522 3433333' },
    ],
    city: 'Berlin',
    since: '2021-09-30',
    orders: [{ number: 'A-0988', item: 'Mixer, 40 l', total: '€2,150.00', state: 'Delivered' }],
    note: 'Invoices to the office in Potsdam.',
  },
  {
    id: 3,
    customerId: 'C-20518',
    name: 'Chidi Okafor',
    company: 'Lagoon Hotels',
    role: 'Facility manager',
    email: 'c.okafor@lagoon.example',
    numbers: [{ kind: 'Office', text: '(020) 7946 0958' }],
    city: 'London',
    since: '2022-01-17',
    orders: [],
    note: 'New contact, no orders yet.',
  },
  {
    id: 4,
    customerId: 'C-20777',
    name: 'Dana Whitfield',
    company: 'Whitfield Interiors',
    role: 'Designer',
    email: 'dana@whitfield.example',
    numbers: [],
    city: 'Austin',
    since: '2023-06-02',
    orders: [{ number: 'A-1088', item: 'Display shelf', total: '$310.00', state: 'Returned' }],
    note: 'Reachable by e-mail only.',
  },
  {
    id: 5,
    customerId: 'C-20901',
    name: 'Élodie Durand',
    company: 'Atelier Durand',
    role: 'Managing director',
    email: 'elodie@atelier-durand.example',
    phone: '+33142685300',
    numbers: [
      { kind: 'Mobile', text: '06 12 34 56 78' },
      { kind: 'Assistant', text: '+33 1 42 68 53 01' },
    ],
    city: 'Paris',
    since: '2020-11-23',
    orders: [{ number: 'A-1110', item: 'Sheeter', total: '€5,900.00', state: 'Open' }],
    note: 'Wants a quote for a second sheeter.',
  },
  {
    id: 6,
    customerId: 'C-21044',
    name: 'Farid Haddad',
    company: 'Cedar Catering',
    role: 'Head chef',
    email: 'farid@cedar.example',
    phone: '+15550142200',
    numbers: [{ kind: 'Kitchen', text: '+1 (555) 014-2201' }],
    city: 'Detroit',
    since: '2024-02-08',
    orders: [{ number: 'A-1131', item: 'Blast chiller', total: '$4,075.00', state: 'Open' }],
    note: 'Call before every delivery.',
  },
];
