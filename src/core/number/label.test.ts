import { describe, expect, test } from 'vitest';
import { type LabelSense, senseOf } from './label.ts';

const table: Partial<Record<LabelSense, string[]>> = {
  phone: [
    'Phone',
    'Phone number',
    'The phone number is',
    'Order 12: phone',
    'Tel./Fax',
    'Telephone & fax',
    'T',
    'P:',
    'customerPhone',
    'Téléphone',
    'Telefoonnummer',
    'Číslo telefonu',
    'Телефон',
    'هاتف',
    'Số điện thoại',
    '電話番号',
    'Caller ID',
  ],
  mobile: ['Mobile', 'Handynummer', 'M:', 'Cellulare', '手机', 'Компания, моб. тел.', 'GSM'],
  company: ['Company phone number', 'Zentrale', 'Reception', 'Société, tél. du siège'],
  own: ['Support', 'Servicenummer', 'Customer service phone', 'Hotline'],
  related: [
    'Emergency contact phone',
    'Assistant',
    'Seller phone',
    'Physician Phone',
    'Telefon Hausarzt',
    'Tél. du médecin',
    'Asistente tel.',
    '助理電話',
  ],
  other: [
    'Fax',
    'F:',
    'Faxnummer',
    'Textphone',
    'Invalid phone',
    'Telefon (ungültig)',
    'Do not call',
    'Telefon nicht',
    'Telefax-Nr.',
    'ファックス',
  ],
  id: [
    'Burgerservicenummer',
    'Kunden-Nr.',
    'Case number',
    'Company number',
    'twitter:app:id:iphone',
    '注文番号',
    'Phone order no.',
    'P.IVA',
  ],
  none: ['iPhone', 'Agentur', 'w', 'Customer', 'VP of Sales at Acme', 'in case', ''],
};

describe('what a label says of the number behind it', () => {
  const rows = Object.entries(table).flatMap(([sense, labels]) =>
    labels.map((label) => [label, sense] as const),
  );
  test.each(rows)('%s: %s', (label, sense) => expect(senseOf(label)).toBe(sense));
});

test('a label of any length takes no longer than one of a line', () => {
  expect(senseOf(`${'order '.repeat(2000)}phone`)).toBe('phone');
});
