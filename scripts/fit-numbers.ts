import {
  type CountryCode,
  getExampleNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { chanceFrom } from '../test/faults/chance.ts';

export type Random = () => number;

/** A mobile number of a country, valid and made up. */
export function newNumber(country: CountryCode, random: Random): string {
  const example = getExampleNumber(country, examples)?.nationalNumber ?? '';
  for (let tries = 0; tries < 200; tries += 1) {
    const end = String(Math.floor(random() * 100_000)).padStart(5, '0');
    const number = parsePhoneNumberFromString(example.slice(0, -5) + end, country);
    if (number?.isValid() && !/(\d)\1{3}|12345/.test(end)) return number.number;
  }
  throw new Error(`No number for ${country}`);
}

/** As people and programs write a number. */
export function spelling(e164: string, country: CountryCode, random: Random): string {
  const number = parsePhoneNumberFromString(e164, country);
  const national = number?.formatNational() ?? e164;
  const ways = [
    national,
    national,
    national.replace(/[^\d]+/g, ' ').trim(),
    national.replace(/[^\d]+/g, '-').replace(/^-/, ''),
    national.replace(/\D/g, ''),
    number?.formatInternational() ?? e164,
    number?.formatInternational() ?? e164,
    e164,
    e164.replace('+', '00'),
  ];
  return ways[Math.floor(random() * ways.length)] ?? e164;
}

/** The same numbers from the same seed. */
export function randomNumbers(seed: number): Random {
  return chanceFrom(seed).next;
}
