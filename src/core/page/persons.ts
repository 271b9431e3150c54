import { isFirm } from '../base/firm.ts';
import { senseOf } from '../number/label.ts';
import { enoughToFill, type Weighed } from './candidate.ts';
import { isData } from './kinds.ts';
import type { WeighedNumber } from './numbers.ts';
import { isPersonal, peopleNamed, personWithin } from './person-name.ts';
import type { PageFact } from './snapshot.ts';

/**
 * Adds to each number the person whose number it is, where the page says so. Marks with `ofOther`, and weighs less, what
 * stands behind another person's name than the one in the page's heading: `Bob Stone: 212…`.
 */
export function withPersons(
  numbers: readonly WeighedNumber[],
  facts: readonly PageFact[],
): readonly WeighedNumber[] {
  const named = namesBefore(facts);
  const heads = facts.flatMap(({ kind, name, value }) =>
    kind === 'heading' && name === 'h1' && isPersonal(value) ? value : [],
  );
  const head = heads.length === 1 ? heads[0] : undefined;
  const whose = numbers.map(
    (number) => personBeside(number) ?? named.get(number.fact) ?? personWithin(number.fact.within),
  );
  const people = peopleNamed([...whose, head].filter((name) => name !== undefined));
  const inDialog = facts.find(
    ({ kind, region, value }) => kind === 'heading' && region === 'dialog' && isPersonal(value),
  )?.value;
  const hasRival = head !== undefined && inDialog !== undefined && !sharesName(inDialog, head);
  const hasRecipient = facts.some((fact) => isHeadedBy(fact, recipient));
  return numbers.map((found, place) => {
    const isElsewhere = hasRival || isOnlyForDelivery(found, whose[place], facts);
    const number = isElsewhere ? { ...found, contradicted: true } : found;
    if (hasRecipient && isHeadedBy(number.fact, sender)) return ofOther(number);
    const person = people.get(whose[place] ?? '');
    if (person === undefined)
      return head !== undefined && isOfHead(number) ? { ...number, person: head } : number;
    const isOther = head !== undefined && !sharesName(person, head);
    if (isOther) return ofOther({ ...number, person });
    return { ...number, person, isOneOfList: head === undefined && isOneOfList(number.fact) };
  });
}

/** The line above a mail that somebody passes on, and the one above a mail that is answered. */
const forwarded =
  /forwarded message|weitergeleitete nachricht|message transf[ée]r[ée]|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|przekazana wiadomość|vidarebefordrat meddelande|転送/iu;
const answered =
  /-{2,} ?(?:original message|ursprüngliche nachricht|message d['’]origine|mensaje original|mensagem original|messaggio originale)|(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|skrev|napisał)[^\n]{0,40}:\s*(?:\n|$)/iu;

/**
 * Of a mail that was passed on, a number above it is that of whoever did so. A number that an answer quotes may be ours.
 * A long mail is several facts, one behind the other and with the same words around them.
 */
export function withMails(
  numbers: readonly WeighedNumber[],
  facts: readonly PageFact[],
): readonly WeighedNumber[] {
  const above = new Set<PageFact>();
  const quoted = new Set<PageFact>();
  let run: PageFact[] = [];
  for (const fact of facts) {
    const [last] = run;
    const goesOn =
      fact.kind === 'text' && last?.label === fact.label && last?.section === fact.section;
    if (!goesOn) run = [];
    if (run.some(({ value }) => answered.test(value))) quoted.add(fact);
    if (fact.kind === 'text' && forwarded.test(fact.value)) for (const each of run) above.add(each);
    run.push(fact);
  }
  return numbers.map((number) => {
    const { fact, meant, source } = number;
    if (meant || fact.kind !== 'text') return number;
    const [before = ''] = fact.value.split(source.text ?? '');
    const behind = fact.value.slice(before.length);
    if (above.has(fact) || forwarded.test(behind)) return ofOther(number);
    return quoted.has(fact) || answered.test(before) ? { ...number, contradicted: true } : number;
  });
}

const billing = /^(?:bill|invoice|rechnung|factur|fatur|facturation)/i;
const delivery =
  /^(?:ship|deliver|liefer|livraison|env[ií]o|entrega|spedizione|consegna|bezorg|verzend|お届け|配送|收货)/iu;

/** Whether an order, which is paid by somebody, goes to a person whom the page names nowhere else. */
function isOnlyForDelivery(
  { fact }: WeighedNumber,
  person: string | undefined,
  facts: readonly PageFact[],
): boolean {
  if (person === undefined || !delivery.test(fact.section ?? '')) return false;
  const isPaid = facts.some(({ kind, value }) => kind === 'heading' && billing.test(value));
  return isPaid && facts.every((other) => other === fact || !other.value.includes(person));
}

/** Whether a fact stands under a heading that speaks of another person: "Emergency contact", "Seller". */
export function isUnderOther({ section = '' }: PageFact): boolean {
  return section !== '' && (senseOf(section) === 'related' || staff.test(section));
}

/** How a label or heading begins that names who works on the record, not whom it is about. */
export const staff =
  /^\W*(?:assign(?:ed|ee)|(?:\w+ )?owner|agent|(?:created|modified|updated|changed) by|reporter|author|bearbeiter|zugewiesen|zuständig|erstellt von|besitzer|inhaber|propriétaire|attribué|assigné|créé par|propietario|asignado|creado por|responsável|atribuído|criado por|担当)/iu;

const customerWords =
  'customer|client|caller|patient|guest|tenant|buyer|passenger|recipient|consignee|insured|policy ?holder|requester|applicant|student|kunden?|gast|mieter|antragsteller|empfänger|versicherter|käufer|versicherungsnehmer|cliente|demandeur|destinataire|assuré|locataire|destinatario|asegurado|assicurato|ontvanger|verzekerde|mottagare|odbiorca|richiedente|solicitante|aanvrager|paciente|paziente|titular|klant|клиент|пациент|заказчик|顧客|お客様|客户|買家|买家|고객';

/** How a label or heading begins or ends that speaks of the customer: "Guest", "Patient phone", "Telefono cliente". */
export const customer = RegExp(
  `^(?:site|${customerWords}|contact(?! us|s\\b))|\\s(?:${customerWords})\\p{L}{0,3}$`,
  'iu',
);

function ofOther(number: WeighedNumber): WeighedNumber {
  return { ...number, ofOther: true, weight: number.weight - 20 };
}

/** The two sides of an invoice. Without such a recipient on the page, "From" may be the person who calls or writes. */
export const recipient =
  /^(?:(?:bill|ship|sold|invoice|deliver)(?:ed|ped|d)? to|rechnung an|lieferung an|rechnungsempfänger|facturée? à|facturer à|livr(?:ée?|er) à|facturar a|facturado a|faturar para|faturado para|fatturare a|fatturato a|ご?請求先|お届け先)\s*[:：]?$/iu;
const sender = /^(?:from|billed by|pay to|von|de|da|van|fra|från)\s*:?$/iu;

function isHeadedBy({ label = '', value, within = '' }: PageFact, words: RegExp): boolean {
  const heads = [label, value.split('\n', 1)[0] ?? '', ...within.split('\n')];
  return heads.some((head) => words.test(head.trim()));
}

/** Whether a fact stands in one person's row, card or entry, and the one beside it is another person's. */
function isOneOfList({ within, alike }: PageFact): boolean {
  const names = [personWithin(within), ...(alike ?? '').split('\n').map(personWithin)];
  const people = peopleNamed(names.filter((name) => name !== undefined));
  return names[0] !== undefined && new Set(people.values()).size > 1;
}

/**
 * Whether a number belongs to the person in the page's heading: it stands in the page's subject, and not in a row, card
 * or entry that begins with other words than a label.
 */
function isOfHead({ region, fact: { kind, within = '' } }: WeighedNumber): boolean {
  const isShown = /^(?:text|pair|input|link)$/.test(kind);
  return (
    isShown &&
    region === undefined &&
    within.split('\n').every((line) => senseOf(line) !== 'none' || line === '')
  );
}

/** The name at the beginning of a number's line, at the head of its postal address, or in its label. */
function personBeside({ fact, source: { text = '' } }: WeighedNumber): string | undefined {
  const { kind, label = '', value } = fact;
  const [before = ''] = (kind === 'link' ? label : value).split(text);
  const lines = before.split('\n');
  const own = nameIn(lines.at(-1)) ?? (lines.length > 1 ? nameIn(lines[0]) : undefined);
  if (own !== undefined || (kind !== 'pair' && kind !== 'text')) return own;
  return isPersonal(label) ? label : undefined;
}

function nameIn(line = ''): string | undefined {
  const named = /^(.{4,40}?)\s*(?:[:,;(–-].*)?$/u.exec(line.trim())?.[1] ?? '';
  return isPersonal(named) && !isFirm(named) ? named : undefined;
}

/**
 * By fact, the name before it in a list of people: in fields called "name" of a form, a table or structured data. Empty
 * where all these names are the same, because then there is no list of people.
 */
function namesBefore(facts: readonly PageFact[]): ReadonlyMap<PageFact, string> {
  const found = new Map<PageFact, string>();
  const current = new Map<string, string>();
  const names = new Set<string>();
  for (const fact of facts) {
    const list = listOf(fact);
    if (list === undefined) continue;
    if (isName(fact)) {
      current.set(list, fact.value);
      names.add(fact.value);
    }
    const name = current.get(list);
    if (name !== undefined) found.set(fact, name);
  }
  return names.size > 1 ? found : new Map();
}

/** The list that a fact belongs to, within which a name counts for the facts behind it; undefined where in none. */
function listOf({ kind, name = '' }: PageFact): string | undefined {
  if (isData(kind)) return `${kind} ${name.slice(0, Math.max(0, name.lastIndexOf('.')))}`;
  return kind === 'microformat' || kind === 'pair' || kind === 'input' ? kind : undefined;
}

function isName({ kind, name = '', label = '', value }: PageFact): boolean {
  if (!isPersonal(value)) return false;
  if (kind === 'pair' || kind === 'input')
    return /^\s*(?:full )?name\b/i.test(label) || /^name\b/.test(name);
  return /(?:^|\.)(?:fn|name)$/.test(name);
}

/** Whether two names may be one person's: the words of one are in the other. Families share a last name. */
function sharesName(one: string, other: string): boolean {
  const [few, many] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  return few !== undefined && few.length > 0 && few.every((word) => many?.includes(word));
}

function wordsOf(name: string): string[] {
  const words = name.toLowerCase().match(/[\p{L}\p{M}'’]{2,}/gu) ?? [];
  return words.filter(
    (word) => !/^(?:mrs?|ms|miss|mx|dr|prof|herr|frau|mme|mlle|sra?|srta|sig)$/.test(word),
  );
}

/**
 * Marks the values of one field with their persons, where they belong to several people. Then a value fills the form
 * only where it is certain or belongs to the same person as the number.
 *
 * @param person the person whose number fills the form
 */
export function ofSeveralPeople(
  found: readonly Weighed[],
  person: string | undefined,
): readonly Weighed[] {
  const names = found.flatMap((each) => each.person ?? []);
  if (new Set(peopleNamed(names).values()).size < 2) return found;
  const people = peopleNamed([...names, ...(person ? [person] : [])]);
  const mine = people.get(person ?? '');
  return found.map((each) => {
    if (each.person === undefined || each.weight >= 100) return each;
    const of = people.get(each.person) ?? each.person;
    const source = { ...each.source, person: of };
    const weight = of === mine ? each.weight : Math.min(each.weight, enoughToFill - 1);
    return { ...each, source, weight };
  });
}
