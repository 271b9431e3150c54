import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../settings/settings.ts';
import { contextOptions, pageContext } from './context.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

const guid = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

function snapshot(facts: PageFact[], more: Partial<PageSnapshot> = {}): PageSnapshot {
  return {
    url: 'https://crm.example.com/',
    title: 'CRM',
    language: '',
    complete: true,
    facts,
    ...more,
  };
}

function fieldsOf(facts: PageFact[], more: Partial<PageSnapshot> = {}) {
  return pageContext(snapshot(facts, more), { defaultCountry: 'US' }).fields;
}

describe('several numbers', () => {
  test('what was selected comes before what is focused, in view, and elsewhere', () => {
    const { best, others } = fieldsOf([
      { kind: 'text', value: '(415) 555-0101', place: 'rest' },
      { kind: 'text', value: '(415) 555-0102', place: 'main' },
      { kind: 'text', value: '(415) 555-0103', place: 'viewport' },
      { kind: 'text', value: '(415) 555-0104', place: 'focus' },
      { kind: 'selection', value: '(415) 555-0105', place: 'selection' },
    ]).customerNumber ?? { best: undefined, others: [] };
    expect([best, ...others].map((one) => one?.value.slice(-1))).toEqual(['5', '4', '3', '2', '1']);
  });

  test('the same number in several places is one candidate', () => {
    const field = fieldsOf([
      { kind: 'text', value: '(415) 555-0101' },
      { kind: 'link', value: 'tel:+14155550101' },
      { kind: 'pair', label: 'Phone', value: '415.555.0101' },
    ]).customerNumber;
    expect(field?.others).toEqual([]);
    expect(field?.best).toMatchObject({
      value: '+14155550101',
      shown: '+1 415 555 0101',
      source: { kind: 'link' },
    });
  });

  test('a possible number comes behind a valid one', () => {
    const field = fieldsOf([
      { kind: 'link', value: 'tel:+15550199888' },
      { kind: 'link', value: 'tel:+14155552671' },
    ]).customerNumber;
    expect([field?.best.value, field?.others[0]?.value]).toEqual(['+14155552671', '+15550199888']);
  });
});

describe('contact type', () => {
  test.each([
    ['tel:+14155552671', 'Voice'],
    ['callto:+14155552671', 'Voice'],
    ['sms:+14155552671', 'SMS'],
    ['https://wa.me/14155552671', 'Message'],
    ['mailto:ann@example.com', 'Email'],
  ])('%s is %s', (value, expected) => {
    expect(fieldsOf([{ kind: 'link', value }]).contactType?.best.value).toBe(expected);
  });

  test('is what the page says where it says so', () => {
    const facts: PageFact[] = [
      { kind: 'link', value: 'tel:+14155552671' },
      { kind: 'pair', label: 'Contact type', value: 'callback' },
    ];
    expect(fieldsOf(facts).contactType?.best.value).toBe('Callback');
  });

  test('comes only from the configured names, in their spelling', () => {
    const context = (names: string[]) =>
      pageContext(snapshot([{ kind: 'link', value: 'tel:+14155552671' }]), {
        defaultCountry: 'US',
        contactTypes: { names },
      });
    expect(context(['VOICE']).fields.contactType?.best.value).toBe('VOICE');
    expect(context(['Fax']).fields.contactType).toBeUndefined();
  });

  test.each<[string, string | undefined, PageFact[]]>([
    ['on a page with nothing', 'Callback', [{ kind: 'text', value: 'Nothing here' }]],
    [
      'beside a number that can be called',
      'Callback',
      [{ kind: 'link', value: 'tel:+14155550101' }],
    ],
    [
      'but not where the page says another',
      'Chat',
      [{ kind: 'pair', label: 'Channel', value: 'chat' }],
    ],
    [
      'but not where a link was clicked',
      'SMS',
      [{ kind: 'clicked-link', value: 'sms:+14155550101', place: 'selection' }],
    ],
  ])('is the default one %s: %s', (_, expected, facts) => {
    const contactTypes = { names: ['Voice', 'Callback', 'Chat', 'SMS'], usual: 'Callback' };
    const { fields } = pageContext(snapshot(facts), { defaultCountry: 'US', contactTypes });
    expect(fields.contactType?.best.value).toBe(expected);
  });

  test('is no default that is not among the names', () => {
    const contactTypes = { names: ['Voice'], usual: 'Fax' };
    const { fields } = pageContext(snapshot([]), { defaultCountry: 'US', contactTypes });
    expect(fields.contactType).toBeUndefined();
  });

  test('is that of the number that was chosen, not of another one', () => {
    const facts: PageFact[] = [
      { kind: 'link', value: 'sms:+14155550101' },
      { kind: 'clicked-link', value: 'tel:+14155550102', place: 'selection' },
    ];
    expect(fieldsOf(facts).contactType).toMatchObject({ best: { value: 'Voice' }, others: [] });
  });

  test('is absent on a page without any way to reach a person', () => {
    expect(fieldsOf([{ kind: 'text', value: 'Nothing here' }]).contactType).toBeUndefined();
  });
});

describe('other fields', () => {
  test.each<[string, string, PageFact]>([
    ['customerName', 'Ann Example', { kind: 'pair', label: 'Customer name', value: 'Ann Example' }],
    ['customerName', 'Ann Example', { kind: 'input', name: 'name text', value: 'Ann Example' }],
    [
      'customerName',
      'Ann Example',
      { kind: 'json-ld', name: 'Order.customer:Person.name', value: 'Ann Example' },
    ],
    ['customerName', 'Ann Example', { kind: 'heading', value: 'Ann Example' }],
    ['email', 'ann@example.com', { kind: 'link', value: 'mailto:ann%40example.com?subject=Hi' }],
    ['email', 'ann@example.com', { kind: 'text', value: 'Write to ann@example.com.' }],
    ['customerId', 'C-1029', { kind: 'pair', label: 'Customer ID', value: 'C-1029' }],
    ['customerId', '4711', { kind: 'pair', label: 'Kundennummer', value: '4711' }],
    ['customerId', 'C-1029', { kind: 'text', value: 'Customer no.: C-1029, open' }],
    ['conversationId', guid, { kind: 'pair', label: 'Conversation ID', value: guid }],
    ['selection', 'some words', { kind: 'selection', value: 'some words' }],
  ])('%s is %s', (field, expected, fact) => {
    expect(fieldsOf([fact])[field]?.best.value).toBe(expected);
  });

  test.each([
    [
      'https://acme.lightning.force.com/lightning/r/Contact/003Hs00004abcDEFGH/view',
      '003Hs00004abcDEFGH',
    ],
    ['https://app.hubspot.com/contacts/123456/record/0-1/7890', '7890'],
    ['https://acme.zendesk.com/agent/users/361234567890/tickets', '361234567890'],
    ['https://crm.example.com/customers/C-77?tab=1', 'C-77'],
    ['https://crm.example.com/?customerId=C-78', 'C-78'],
    ['https://crm.example.com/customers/new', undefined],
  ])('%s shows customer %s', (url, expected) => {
    expect(fieldsOf([], { url }).customerId?.best.value).toBe(expected);
  });

  test.each([
    [`https://apps.mypurecloud.de/directory/#/engage/admin/interactions/${guid}`, 'conversationId'],
    [
      `https://apps.usw2.pure.cloud/directory/#/analytics/interactions/${guid}/admin/details`,
      'conversationId',
    ],
    [`https://apps.mypurecloud.com/architect/#/workflow/flows/${guid}/latest`, 'flowId'],
    [
      `https://apps.use2.us-gov-pure.cloud/architect/#/inboundcall/flows/${guid.toUpperCase()}/edit`,
      'flowId',
    ],
  ])('%s names its %s', (url, field) => {
    expect(fieldsOf([], { url })[field]?.best).toMatchObject({ value: guid, certainty: 'certain' });
  });

  test('an address that only looks like Genesys Cloud names nothing', () => {
    const url = `https://apps.mypurecloud.de.evil.example/architect/#/workflow/flows/${guid}`;
    expect(fieldsOf([], { url }).flowId).toBeUndefined();
  });
});

test('a field called __proto__ is a field like any other and changes nothing else', () => {
  const { fields } = pageContext(snapshot([]), { defaultCountry: 'US' });
  expect(Object.getPrototypeOf(fields)).toBeNull();
  expect(Object.keys(fields)).toEqual(['pageUrl', 'pageTitle']);
});

test('what came in incomplete goes out incomplete', () => {
  expect(pageContext(snapshot([], { complete: false }), { defaultCountry: 'US' }).complete).toBe(
    false,
  );
});

test('an unknown default country is no obstacle for numbers that say where they belong', () => {
  const context = pageContext(snapshot([{ kind: 'link', value: 'tel:+14155552671' }]), {
    defaultCountry: 'XX',
  });
  expect(context.fields.customerNumber?.best.value).toBe('+14155552671');
});

describe('numbers that only the switchboard knows', () => {
  const field = (facts: PageFact[], inHouseNumbers?: string[]) => {
    const options = { defaultCountry: 'US', inHouseNumbers };
    const { customerNumber } = pageContext(snapshot(facts), options).fields;
    return customerNumber && [customerNumber.best.value, customerNumber.filled];
  };
  const phone: PageFact = { kind: 'pair', label: 'Phone', value: '6002' };

  test.each([
    ['a telephone field', phone],
    ['an extension', { kind: 'pair', label: 'Extension', value: '6002' } as const],
    ['an input', { kind: 'input', name: 'tel phone', value: '6002' } as const],
    ['a link', { kind: 'link', value: 'tel:6002', label: 'Call' } as const],
  ])('fill a form where the settings give their form: %s', (_, fact) => {
    expect(field([fact], ['6###'])).toEqual(['6002', true]);
  });

  test('are offered where the settings give none, and are none where nothing calls them so', () => {
    expect(field([phone])).toEqual(['6002', false]);
    expect(field([phone], ['4###'])).toEqual(['6002', false]);
    for (const label of ['Order', 'Room', 'Year'])
      expect(field([{ kind: 'pair', label, value: '6002' }], ['6###'])).toBeUndefined();
    expect(field([{ kind: 'text', value: 'Since 6002' }], ['6###'])).toBeUndefined();
  });

  test('fill a form in every view that reads by the settings', () => {
    const settings = { ...defaultSettings, inHouseNumbers: ['6###'] };
    const { customerNumber } = pageContext(snapshot([phone]), contextOptions(settings)).fields;
    expect(customerNumber).toMatchObject({ best: { value: '6002' }, filled: true });
  });

  test('come behind a mobile', () => {
    const mobile: PageFact = { kind: 'pair', label: 'Mobile', value: '(212) 555-0143' };
    expect(field([phone, mobile], ['6###'])?.[0]).toBe('+12125550143');
  });
});
