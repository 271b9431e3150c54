import { contacts } from '../../sandbox/crm-contacts.ts';

/** The customers of the CRM who have a number, by the model's numbers. */
export const customers = [1, 2, 5, 6] as const;

/** The number of a customer as a lane's page shows it. */
export function numberIn(lane: number, customer: number): string {
  const phone = contacts.find(({ id }) => id === customers[customer])?.phone ?? '';
  return `${phone.slice(0, -2)}${suffixOf(lane)}`;
}

/** What the numbers on a lane's pages end with. */
export function suffixOf(lane: number): string {
  return String(lane).padStart(2, '0');
}
