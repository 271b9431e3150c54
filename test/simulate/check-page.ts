import type { Breaks } from './check.ts';
import type { OwnNumbers } from './own.ts';
import { accounts, faxes, listTitle, names, numbers } from './page.ts';
import type { Posted } from './posted.ts';
import { input, note } from './rules.ts';
import type { Talks } from './talks.ts';

/** Each value is of the customer in front in the tab of the launch, or was meant for them. */
export function checkInFront(
  post: Posted,
  { own, isInHand }: { own: OwnNumbers; isInHand: boolean },
  breaks: Breaks,
  count: (name: string) => void,
): void {
  const { tab, inputData, cause, knownSince, isLeftBehind } = post;
  const { page } = tab;
  const value = inputData?.[input];
  const fax = faxes.indexOf(String(value));
  const ofPage = fax < 0 ? value : numbers[fax];
  const isOfPage = numbers.some((each) => each === ofPage);
  count(isOfPage ? 'in-front: of the page' : 'in-front: typed or selected');
  // A view that opens while an application has its next address and still its last record sees but that.
  const isBetween = (page.routedAt() ?? -1) >= 0 && (page.routedAt() ?? 0) <= (knownSince ?? 0);
  // A page that became another one just before it stopped answering says so to nobody.
  const isAged = (cause?.toldAge === true && page.isHung()) || isLeftBehind;
  // Of a list, the one is meant who was chosen then, whoever is chosen next.
  const front = page.isList() ? numbers[cause?.picked ?? -1] : page.front();
  const isFront = (number: unknown): boolean =>
    number === front || (isBetween && number === page.now().number) || isAged;
  const isFaxGone =
    fax >= 0 && !isAged && !page.isHung() && !page.now().also?.includes(faxes[fax] ?? '');
  if (isFaxGone) breaks('in-front', `The page has the fax ${value} no more.`);
  const account = String(inputData?.[note] ?? '').replace('Account ', '');
  if (account !== '') {
    count('in-front: by a rule of the site');
    const of = numbers[accounts.indexOf(account)];
    if (!isFront(of) && !own.isMeantIn(tab, `Account ${account}`))
      breaks('in-front', `Account ${account} is not of ${page.front()}.`);
  }
  const isMeant = own.isMeantIn(tab, String(value));
  if (isOfPage && !isInHand && !isFront(ofPage) && !isMeant) {
    breaks('in-front', `Sent ${value}; in front is ${page.front()}.`);
  }
  if (typeof value === 'string' && !isOfPage && !isMeant && !isLeftBehind) {
    breaks('in-front', `${value} was meant on another page.`);
  }
}

/** Of the people of a list only the one whom the person chose is meant, or what they typed there. */
export function checkListed(
  { tab: { page }, inputData, cause, isLeftBehind, conversationId }: Posted,
  talks: Talks,
  breaks: Breaks,
  count: (name: string) => void,
): void {
  const value = String(inputData?.[input]);
  // Where a conversation says whom the form is about, the page is not asked.
  if (!page.isList() || isLeftBehind || talks.named(conversationId)?.number === value) return;
  if (!numbers.includes(value)) return;
  count('listed');
  const chosen = cause?.picked;
  if (chosen === undefined || numbers[chosen] !== value) {
    breaks(
      'listed',
      `Sent ${value}; chosen was ${chosen === undefined ? 'nobody' : names[chosen]}.`,
    );
  }
}

/**
 * It is launched beside the customer who was shown. Of a page that does not answer the browser tells no name. A list names
 * nobody: to go there, or to come from there, changes nothing if the conversation says whom the launch is about.
 */
export function checkBeside(
  { tab: { page }, cause, isLeftBehind }: Posted,
  isInHand: boolean,
  breaks: Breaks,
  count: (name: string) => void,
): void {
  count('beside');
  const there = [page.now().title, page.frontName(), ''];
  const isBeside = there.some((name) => cause?.beside.has(name));
  const isOfList = page.isList() || cause?.beside.has(listTitle);
  if (isInHand && isOfList) return;
  if (!isBeside && !page.isHung() && !isLeftBehind)
    breaks('beside', `Shown was ${[...(cause?.beside ?? [])]}.`);
}
