import { describe, expect, test } from 'vitest';
import { authoredStart, worthOf } from './token.ts';

describe('names that stay', () => {
  test.each([
    'phone',
    'customer-phone',
    'customerPhoneNumber',
    'contact_phone',
    'crm-phone',
    'tel',
    'btnCall',
    'txtPhone',
    'RecordPhoneField',
    'output-field',
    'property-input-phone',
    'sys_readonly.incident.caller_id.phone',
    'telephone1.fieldControl-phone-text-input',
    'details',
    'call',
    'header__phone',
    'phone--primary',
    'address2',
    'Kundennummer',
    'sys_user.mobile_phone',
  ])('%s', (token) => expect(worthOf(token)).toBe('stable'));
});

describe('names that change from page to page or from build to build', () => {
  test.each([
    'ember1234',
    'ember12',
    'ext-gen1041',
    'css-1dbjc4n',
    'sc-bdVaJa',
    'bdVaJa',
    'gKclnd',
    '_3xk2d',
    'jss123',
    'makeStyles-root-5',
    'MuiBox-root-112',
    'svelte-1abc2de',
    'ng-tns-c123-4',
    '_ngcontent-abc-c12',
    ':r1:',
    'radix-:r3:',
    'headlessui-menu-button-7',
    'react-select-2-input',
    'input-127',
    'field-3',
    '0031N00001GZyPaQAL',
    '7ba5bd90',
    'f47ac10b-58cc-4372-a567-0e02b2c3d479',
    'contact-20117',
    'row_4',
    'C-20117',
    '415-555-2671',
    'alice.martin@harbourrow.example',
    'yui_3_17_2_1_1491',
    'x',
    'a'.repeat(61),
  ])('%s', (token) => expect(worthOf(token)).toBe('unstable'));
});

describe('names of the moment', () => {
  test.each(['active', 'is-open', 'has-error', 'ng-star-inserted', 'selected', 'hover', 'odd'])(
    '%s',
    (token) => expect(worthOf(token)).toBe('unstable'),
  );
});

describe('names of looks', () => {
  test.each(['mt-2', 'px-4', 'text-sm', 'flex', 'md:w-full', 'col-md-6', 'slds-truncate'])(
    '%s',
    (token) => expect(worthOf(token)).toBe('looks'),
  );
});

test.each([
  ['Header_phone__3xYz9', 'Header_phone__'],
  ['contact_number__aB3dE', 'contact_number__'],
  ['block__element', undefined],
  ['phone', undefined],
  ['xKq_zzq__a81Bc', undefined],
])('of %s its author wrote %s', (token, start) => expect(authoredStart(token)).toBe(start));
