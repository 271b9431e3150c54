import { describe, expect, test } from 'vitest';
import { isSameNumber, readAddress } from './address.ts';

describe('an address', () => {
  test.each<[string, object]>([
    ['tel:+16065550100', { kind: 'number', number: '+16065550100' }],
    ['TEL:+1-606-555-0100', { kind: 'number', number: '+16065550100' }],
    ['tel:+1(606)555.0100;ext=42', { kind: 'number', number: '+16065550100', extension: '42' }],
    ['tel:%2B16065550100', { kind: 'number', number: '+16065550100' }],
    ['+4930123456', { kind: 'number', number: '+4930123456' }],
    ['sip:+16065550100@10.0.0.7:5060;transport=udp', { kind: 'number', number: '+16065550100' }],
    ['sips:+16065550100@host', { kind: 'number', number: '+16065550100' }],
    ['tel:30005', { kind: 'digits', number: '30005' }],
    ['sip:30005@video.example;language=en-US', { kind: 'digits', number: '30005' }],
    ['06065550100', { kind: 'digits', number: '06065550100' }],
    ['ada@example.com', { kind: 'email', email: 'ada@example.com' }],
    ['mailto:ada@example.com?subject=Hi', { kind: 'email', email: 'ada@example.com' }],
    ['sip:642c0a+acme.orgspan.com@localhost', { kind: 'user' }],
    ['sip:acme.orgspan.com@localhost', { kind: 'user' }],
    ['unknown', { kind: 'withheld' }],
    ['sip:unknown@localhost', { kind: 'withheld' }],
    ['anonymous', { kind: 'withheld' }],
    ['sip:anonymous@anonymous.invalid', { kind: 'withheld' }],
    ['sip:c8f@anonymous.invalid', { kind: 'withheld' }],
    ['tel:Restricted', { kind: 'withheld' }],
    ['Unavailable', { kind: 'withheld' }],
    ['2f1c6d50-0000-4000-8000-00000000000a', { kind: 'other' }],
    ['@ada_sample', { kind: 'other' }],
    ['sip:ada@example.com', { kind: 'other' }],
    ['tel:+0123', { kind: 'other' }],
    ['tel:%E0%A4', { kind: 'other' }],
    ['tel:', { kind: 'other' }],
    ['\u202etel:+16065550100\u202c', { kind: 'number', number: '+16065550100' }],
  ])('%s', (address, expected) => {
    expect(readAddress(address)).toEqual(expected);
  });

  test.each([undefined, '', '   '])('%j is none', (address) => {
    expect(readAddress(address)).toBeUndefined();
  });
});

describe('two numbers', () => {
  test.each([
    ['+16065550100', '+16065550100', true],
    ['+16065550100', '16065550100', true],
    ['+16065550100', '6065550100', true],
    ['+4930123456', '030123456', true],
    ['+4930123456', '004930123456', true],
    ['+16065550100', '+446065550100', false],
    ['+16065550100', '5550100', false],
    ['30005', '30005', true],
    ['30005', '+4930005', false],
    ['', '', false],
    ['+', '', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameNumber(one, other)).toBe(same);
    expect(isSameNumber(other, one)).toBe(same);
  });
});
