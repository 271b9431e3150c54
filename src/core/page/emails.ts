import { percentDecoded } from '../base/percent.ts';
import { type Weighed, weighed } from './candidate.ts';
import { isLink } from './kinds.ts';
import { isUnderOther, staff } from './persons.ts';
import type { PageFact } from './snapshot.ts';

const shape =
  /(?<![\p{L}\d.!#$%&'*+/=?^_`{}~@-])[\p{L}\d][\p{L}\d.!#$%&'*+/=?^_`{}~-]{0,63}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,24}(?![\p{L}\d@]|:[\w~/])/gu;

/** Names of files, which end as addresses do: `banner@2x.png` is no mailbox. */
const file =
  /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|css|s[ac]ss|less|m?[jt]sx?|cjs|json|map|html?|php|aspx?|pdf|docx?|xlsx?|zip|gz|woff2?|ttf|eot|mp[34]|webm|exe|dmg|min)$|@\d+x\./i;

const kindWeight: Readonly<Partial<Record<PageFact['kind'], number>>> = {
  'clicked-link': 60,
  'clicked-text': 40,
  selection: 40,
  link: 50,
  input: 45,
  'json-ld': 45,
  microdata: 45,
  rdfa: 45,
  microformat: 45,
  pair: 35,
  parameter: 48,
  heading: 30,
  text: 25,
};

/** Finds at most five email addresses in a fact and weighs them; earlier ones weigh more. */
export function emailsIn(fact: PageFact): Weighed[] {
  const weight = kindWeight[fact.kind];
  if (weight === undefined) return [];
  if (isLink(fact.kind) && !/^\s*mailto:/i.test(fact.value)) return [];
  const texts = isLink(fact.kind) ? recipientsOf(fact.value) : [fact.value];
  const emails = texts
    .flatMap((text) => [...text.slice(0, 4000).matchAll(shape)].map(([email]) => email))
    .filter((email) => !file.test(email));
  return [...new Set(emails)].slice(0, 5).map((email, place) => {
    const more = fact.kind === 'pair' && ownLabel.test(fact.label ?? '') ? 15 : 0;
    const less =
      (isImpersonal(email) ? 15 : 0) +
      (isOfVisitor(fact) ? 25 : 0) +
      (isOfStaff(fact) || isUnderOther(fact) ? 20 : 0) +
      place;
    return weighed(fact, email, weight + more - less);
  });
}

/** How a label begins that calls a value the address of the person whom the page is about. */
const ownLabel =
  /^\W*(?:(?:contact|customer|client|primary|personal|home|work|private|kunden)?\W*e-?mail|requester|requestor|customer|client|from|courriel|m[eé]l\b|correo|メール|邮箱|電子郵件|电子邮件|이메일|البريد|эл|e-posta)/iu;

/** The recipients of a link that writes an email: those before `?`, and those in its parameter `to` (RFC 6068). */
function recipientsOf(link: string): string[] {
  const [before = '', after = ''] = link.replace(/^\s*mailto:/i, '').split(/\?(.*)/s);
  const to = new URLSearchParams(after.replaceAll('&amp;', '&').replaceAll('+', '%2B')).getAll(
    'to',
  );
  return [percentDecoded(before), ...to];
}

/** Whether an address is a firm's rather than a person's. */
function isImpersonal(email: string): boolean {
  return /^(?:no-?reply|do-?not-?reply|support|info|sales|hello|contact|kontakt|privacy|press|presse|newsletter|webmaster|admin|office|mail|service)@/i.test(
    email,
  );
}

/** Whether a label names a person who works on the record, not the one it is about. */
function isOfStaff({ label = '' }: PageFact): boolean {
  return staff.test(label);
}

/** Whether an input is for the agent's own address: to sign in, to subscribe to a newsletter. */
function isOfVisitor({ kind, label = '', name = '' }: PageFact): boolean {
  return (
    kind === 'input' &&
    /newsletter|subscri|sign.?(?:in|up)|log.?in|abonn|anmeld|your e-?mail|username/i.test(
      `${label} ${name}`,
    )
  );
}
