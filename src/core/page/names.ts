import { type Weighed, weighed } from './candidate.ts';
import { customerWords } from './ids.ts';
import { isData } from './kinds.ts';
import { canBeName, isPersonal } from './person-name.ts';
import { isUnderOther } from './persons.ts';
import type { PageFact } from './snapshot.ts';

const nameLabel = RegExp(
  `^\\s*(?:(?:full |display |complete )?name|(?:${customerWords})(?:[ _-]?name)?(?:\\s?name)?|(?:customer|contact|client|caller|account)['’]?s? (?:full )?name|(?:primary|main) contact|request[eo]r|policy ?holder|insured|account holder|claimant|passenger|versicherungsnehmer|auftraggeber|antragsteller|demandeur|assuré|souscripteur|titular|solicitante|bill(?:ed)? to|ship(?:ped)? to|recipient|attention|attn|nom(?: complet)?|nom et prénom|nombre(?: completo)?|nome(?: completo)?|nominativo|naam|volledige naam|imię i nazwisko|jméno|namn|navn|nimi|név|ad soyad|имя|фио|ф\\.и\\.о\\.|όνομα|الاسم|שם|氏名|お名前|(?:顧客|お客様|会員|担当者)名|(?:客户|客戶|联系人)(?:姓名|名称)?|고객명|(?:kunden|kontakt|patienten|klant)naam?e?|nom du client|nombre del cliente|nome (?:do |del )?cliente|姓名|이름|성명|ชื่อ)\\s*\\*?:?\\s*$`,
  'iu',
);
const givenNameLabel =
  /^\s*(?:first[ _-]?name|given[ _-]?names?|forename|fname|vorname|prénom|prenom|nombre|primer nombre|nome|primeiro nome|voornaam|imię|imie|förnamn|fornavn|etunimi|keresztnév|křestní jméno|имя|名|이름|ad)\s*\*?:?\s*$/iu;
const familyNameLabel =
  /^\s*(?:last[ _-]?name|family[ _-]?names?|surname|lname|nachname|familienname|zuname|nom(?: de famille)?|apellidos?|cognome|sobrenome|apelido|achternaam|nazwisko|efternamn|etternavn|efternavn|sukunimi|vezetéknév|příjmení|фамилия|姓|성|soyadı?)\s*\*?:?\s*$/iu;
/** The roles that structured data gives to people other than the page's subject. */
const otherRole =
  /alumn|member|employee|author|review|creator|founder|performer|actor|director|publisher|editor|sponsor|parent|children|spouse|sibling|knows|colleague|brand|seller|provider|broker|worksFor|affiliation|department|containedIn/i;

/**
 * Finds the names of people in a page, weighed.
 *
 * @param subjects the owners of the page's declared numbers, as `subjectOf()` gives them: their names count, too
 */
export function* namesOf(
  facts: readonly PageFact[],
  subjects: readonly string[],
): Generator<Weighed> {
  const joined = joinedName(facts.filter((fact) => !isUnderOther(fact)));
  if (joined) yield joined;
  const shown = facts.filter(
    ({ kind, unseen }) => kind !== 'json-ld' && kind !== 'meta' && !unseen,
  );
  const hasNameAsHeading = shown.some(
    ({ kind, name, value }) => kind === 'heading' && name === 'h1' && isPersonal(value),
  );
  for (const fact of facts) {
    const name = nameIn(fact, subjects);
    if (!name) continue;
    // A name that only invisible data gives comes behind the name in the heading of the record.
    const isOnlyInData =
      fact.kind === 'json-ld' &&
      hasNameAsHeading &&
      !shown.some(({ value }) => value.includes(name.value));
    yield isOnlyInData ? { ...name, weight: name.weight - 45 } : name;
  }
}

function nameIn(fact: PageFact, subjects: readonly string[]): Weighed | undefined {
  const { kind, name = '', label = '', value } = fact;
  if (isUnderOther(fact)) return undefined;
  if (kind === 'text') return nameBehindLabel(fact) ?? nameAboveAddress(fact);
  if (isData(kind)) return nameInData(fact, subjects);
  if (kind === 'record-link') return isPersonal(label) ? weighed(fact, label, 46) : undefined;
  if (!canBeName(value)) return undefined;
  switch (kind) {
    case 'input':
      if (/^(?:name|cc-name)\b/.test(name)) return weighed(fact, value, 60);
      return nameLabel.test(label) ? weighed(fact, value, 50) : undefined;
    case 'pair':
      return nameLabel.test(label) ? weighed(fact, value, isOfAccount(fact) ? 12 : 50) : undefined;
    case 'heading':
      return isPersonal(value) ? weighed(fact, value, headingWeight[name] ?? 12) : undefined;
    case 'microformat':
      return /^(?:fn|name)$/.test(name) ? weighed(fact, value, 40) : undefined;
    default:
      return undefined;
  }
}

/** Whether an account is named that may be a firm: "Account name: Acme". */
function isOfAccount({ label = '', value }: PageFact): boolean {
  return /^\s*account/i.test(label) && !isPersonal(value);
}

const headingWeight: Readonly<Record<string, number>> = { h1: 14, h2: 9, h3: 7 };

/** The name that structured data gives to a person, or to the owner of one of the page's numbers. */
function nameInData(fact: PageFact, subjects: readonly string[]): Weighed | undefined {
  const { name = '', value } = fact;
  const owner = /^(.*)\.(?:name|legalName)$/.exec(name)?.[1];
  if (owner === undefined || otherRole.test(owner) || value.length > 80) return undefined;
  const isPerson = /(?:Person|customer(?::\w+)?|buyer(?::\w+)?)$/.test(owner);
  if (isPerson) return weighed(fact, value, 55);
  return subjects.includes(owner) ? weighed(fact, value, 46) : undefined;
}

/** The name in a line such as `Customer: Ann Example, 212 555 0143`. */
function nameBehindLabel(fact: PageFact): Weighed | undefined {
  for (const line of fact.value.split('\n')) {
    const [, label = '', name = ''] =
      /^([^:：\d]{2,30})[:：]\s*([^,;|(\d]{3,60})/u.exec(line) ?? [];
    if (nameLabel.test(label) && isPersonal(name.trim()))
      return weighed({ ...fact, label: label.trim() }, name.trim(), 36);
  }
  return undefined;
}

/** The name in the first line of a postal address, above a street and a number. */
function nameAboveAddress(fact: PageFact): Weighed | undefined {
  const lines = fact.value.split('\n').map((line) => line.trim());
  const [first = '', ...rest] = lines.filter(Boolean);
  const isAddress = rest.length > 0 && rest.length < 10 && rest.some((line) => /\d{2}/.test(line));
  const name = first.replace(/^(?:to|attn|bill to|ship to|an|à|a)\s*:\s*|,$/gi, '');
  return isAddress && isPersonal(name) ? weighed(fact, name, 10) : undefined;
}

/** First and last name from two fields, joined as their language writes them. */
function joinedName(facts: readonly PageFact[]): Weighed | undefined {
  const parts = facts.filter(
    ({ kind, value }) =>
      (kind === 'pair' || kind === 'input') &&
      /\p{L}/u.test(value) &&
      value.length < 60 &&
      !/\d/.test(value),
  );
  const partWith = (label: RegExp, autofill: RegExp) =>
    parts.find((part) => label.test(part.label ?? '') || autofill.test(part.name ?? ''));
  const first = partWith(givenNameLabel, /\bgiven-name\b|\bfirst_?name\b|\bfname\b/i);
  const last = partWith(familyNameLabel, /\bfamily-name\b|\blast_?name\b|\bsurname\b|\blname\b/i);
  if (!first || !last || first === last) return undefined;
  const isEastern = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(
    last.value,
  );
  const value = isEastern ? `${last.value}${first.value}` : `${first.value} ${last.value}`;
  const label = `${first.label ?? first.name}, ${last.label ?? last.name}`;
  return weighed({ ...first, label }, value, 52);
}
