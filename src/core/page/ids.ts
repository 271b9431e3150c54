import { isGuid } from './address.ts';
import { isData } from './kinds.ts';
import type { PageFact } from './snapshot.ts';

/** Words for the person whom a record is about, as a pattern. */
export const customerWords =
  'customer|client|caller|contact|kunden?|patient|member|guest|cliente|contacto|contatto|contato|klant|kund|klient|顧客|客户|客戶|고객|клиент';

const idLabels = {
  customerId: RegExp(
    `(?:${customerWords}|account|konto|compte|cuenta|crm|external)[ _-]?(?:id|no|nr|num|number|nummer|#|n°|号|番号|编号|編號|번호|reference|ref)(?![\\p{L}\\d])|(?<!\\p{L})(?:id|n[o°º]|nr|num[eé]ro|número|numer|codice|código)\\.?[ _-]?(?:de |du |del |do |d['’])?(?:${customerWords})`,
    'iu',
  ),
  conversationId: /(?:conversation|interaction)[ _-]?id/i,
} as const;

/** The ID of a customer or a conversation in a fact, with its weight; undefined where the fact holds none. */
export function idIn(
  fact: PageFact,
  field: 'customerId' | 'conversationId',
): { id: string; weight: number } | undefined {
  const { kind, name = '', value } = fact;
  const label = kind === 'pair' ? (fact.label ?? '') : `${fact.label ?? ''} ${name}`;
  if (kind === 'pair' || kind === 'input' || kind === 'meta' || kind === 'parameter') {
    const fits = field === 'conversationId' ? isGuid(value) : isId(value);
    const exact = RegExp(customerWords, 'iu').test(label) ? 62 : 55;
    return fits && idLabels[field].test(label) ? { id: value, weight: exact } : undefined;
  }
  if (kind === 'text') {
    const shape = RegExp(`(?:${idLabels[field].source})\\s*[:.#]*\\s*([A-Z0-9][\\w-]{1,60})`, 'iu');
    const id = shape.exec(value)?.at(-1);
    return id && isId(id) && (field !== 'conversationId' || isGuid(id))
      ? { id, weight: 45 }
      : undefined;
  }
  if (isData(kind))
    return field === 'customerId' &&
      /(?:Person|customer(?::\w+)?)\.(?:identifier|customerId|@id)$/.test(name) &&
      isId(value)
      ? { id: value, weight: 50 }
      : undefined;
  return undefined;
}

function isId(text: string): boolean {
  return /^[\p{L}\d][\p{L}\d._/-]{0,79}$/u.test(text) && /\d/.test(text);
}

/** IDs in the paths of well-known CRMs (Salesforce, HubSpot, Zendesk), and of those that name their records plainly. */
const recordPaths: readonly RegExp[] = [
  /\/lightning\/r\/(?:Contact|Account|Lead)\/([a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?)\//,
  /\/contacts\/\d+\/(?:record\/0-[12]|contact|company)\/(\d+)/,
  /\/agent\/users\/(\d+)/,
  /\/(?:customers?|contacts?|clients?|accounts?|members|patients?|kunden|kontakte|kunder|klanten|klienci|clientes?|contactos?|contatos?|pacientes?|clienti|contatti|pazienti|patienten)\/([\w-]*\d[\w-]*)(?:[/?#]|$)/i,
];

/** The ID of the record that an address of a CRM shows; undefined where it shows none. */
export function recordIdIn(address: string): string | undefined {
  return recordPaths.map((path) => path.exec(address)?.[1]).find((id) => id !== undefined);
}
