/** All that can be clicked, except for links in running text. */
export const clickable =
  'button, input, select, textarea, summary, label:has(input), a[href]:not(p a), [role="option"], [role^="menuitem"], [role="tab"], [tabindex="0"]';

/**
 * Runs in the page: waits until nothing in it has changed for a tenth of a second. It names no function, because `tsx`
 * would call a helper for that, which the page does not have.
 */
export async function untilStill(): Promise<void> {
  const last = { change: performance.now() };
  const observer = new MutationObserver(() => {
    last.change = performance.now();
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  while (performance.now() - last.change < 100) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  observer.disconnect();
}

/** Runs in the page: what can be clicked and is less than 24 px wide or high. */
export function smallTargets(clickable: string): string[] {
  return [...document.querySelectorAll(clickable)].flatMap((target) => {
    const { width, height } = target.getBoundingClientRect();
    return width > 0 && Math.min(width, height) < 24 ? [target.outerHTML] : [];
  });
}

/**
 * Runs in the page: words that stand on two lines. A name in camel case is several; what is longer than
 * any word of a language may break.
 */
export function brokenWords(): string[] {
  // No name of a flow or an input is longer; a value without a space may break where it has to.
  const isInLongToken = (text: string, index: number) =>
    (/^\S*/.exec(text.slice(text.slice(0, index).search(/\S*$/)))?.[0].length ?? 0) > 61;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const broken: string[] = [];
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    // An address has no words.
    if (!node.parentElement?.checkVisibility() || node.textContent?.includes('://')) continue;
    for (const { 0: word, index } of (node.textContent ?? '').matchAll(
      /\p{Lu}*\p{Ll}+|\p{Lu}+/gu,
    )) {
      if (word.length > 20 || isInLongToken(node.textContent ?? '', index)) continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(`${word} in “${(node.textContent ?? '').slice(0, 60)}”`);
    }
  }
  return broken;
}

/**
 * Runs in the page: elements whose content is wider than they are, and those that stick out of the
 * window. What scrolls by itself, and what may end in dots with the whole in its title, is not cut.
 */
export function whatIsCut(): string[] {
  const isMirrored = document.documentElement.dir === 'rtl';
  const mayBe = '.launcher-place, .chip > span, .picker-about, .output-wide, .fact-code, .for-ears';
  return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
    if (element.closest(mayBe) || element.closest('svg, select, dialog:not([open])')) return [];
    const { left, right, width } = element.getBoundingClientRect();
    const isInput = element.matches('input, textarea');
    const isCut = !isInput && element.scrollWidth > element.clientWidth + 1;
    const isBlock = getComputedStyle(element).display !== 'inline';
    const sticksOut = width > 0 && (right > innerWidth + 1 || (isMirrored && left < -1));
    if (!(isCut && isBlock) && !sticksOut) return [];
    const what = `${element.tagName.toLowerCase()}.${element.className}`;
    return [`${what} “${(element.textContent ?? '').slice(0, 60)}”`];
  });
}

/** Runs in the page: lines of text that stand on one another; what floats above the rest is not meant. */
export function overlaps(): string[] {
  const floats =
    '.launch-bar, .result-bar, .history-chosen, .picker-popup, .menu, .for-ears, dialog';
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lines: { words: string; box: DOMRect }[] = [];
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const parent = node.parentElement;
    const words = (node.textContent ?? '').trim();
    if (words === '' || !parent?.checkVisibility() || parent.closest(floats)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) lines.push({ words: words.slice(0, 60), box });
  }
  return lines.flatMap(({ words, box }, at) =>
    lines.slice(at + 1).flatMap((other) => {
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      // Lines of text reach into one another by what hangs below their letters.
      // What ends in dots has its whole text below itself.
      return wide > 2 && high > 5 && words !== other.words
        ? [`“${words}” on “${other.words}”`]
        : [];
    }),
  );
}

/** Runs in the page: whether it, or what scrolls in it, scrolls sideways. */
export function scrollsSideways(): string[] {
  return [
    ...document.querySelectorAll<HTMLElement>('html, body, .launcher, .options-main, dialog[open]'),
  ]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .map(
      (element) =>
        `${element.tagName.toLowerCase()}.${element.className}: ${element.scrollWidth} px in ${element.clientWidth} px`,
    );
}

/** Runs in the page: why what has the focus cannot be seen, in words; nothing where it can. */
export function hiddenFocus(): string[] {
  const { activeElement: focused } = document;
  if (focused === null || focused === document.body) return [];
  const box = focused.getBoundingClientRect();
  const name = `${focused.tagName.toLowerCase()}.${focused.className} “${(focused.ariaLabel ?? focused.textContent ?? '').slice(0, 40)}” ${focused.id}`;
  const why: string[] = [];
  if (box.right < 1 || box.left > innerWidth - 1) why.push(`${name} is beside the window`);
  const place = `${Math.round(box.top)} to ${Math.round(box.bottom)} of ${innerHeight}`;
  // What is higher than the window begins in it.
  if (box.top < -1 || (box.bottom > innerHeight + 1 && box.height < innerHeight))
    why.push(`${name} is outside: ${place}`);
  const seen = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
  const covers = [0.2, 0.8].flatMap((part) => {
    const y = Math.max(box.top, 0) + part * seen;
    const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), y);
    return top === null || focused.contains(top) || top.contains(focused)
      ? []
      : [`${top.tagName.toLowerCase()}.${top.className}`];
  });
  if (covers.length > 0) why.push(`${name} (${place}) is under ${covers.join(' and ')}`);
  // The browser shows which part of a date has the focus, and scrolls to that part alone.
  if (focused.matches('[type^="date"]')) return covers.length > 1 ? why : [];
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  if (outlineStyle === 'none' || outlineWidth === '0px') why.push(`${name} shows no outline`);
  return why;
}

/** Runs in the page: where `Launch` is, if it is there and not in sight. */
export function launchOutOfSight(): string[] {
  const launch = document.querySelector('.launch-bar button[type="submit"]');
  if (launch === null || document.querySelector('dialog[open]')) return [];
  const { left, right, top, bottom } = launch.getBoundingClientRect();
  const isSeen = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
  return isSeen ? [] : [`Launch from ${left}, ${top} to ${right}, ${bottom}`];
}

/** Runs in the page: controls without an edge of their own that the eye could follow, as with the system's colours. */
export function withoutEdge(clickable: string): string[] {
  return [...document.querySelectorAll<HTMLElement>(clickable)].flatMap((control) => {
    if (!control.checkVisibility() || control.getBoundingClientRect().width === 0) return [];
    const { borderTopStyle, textDecorationLine, appearance } = getComputedStyle(control);
    const hasWords = (control.textContent ?? '').trim() !== '';
    const isSeen =
      borderTopStyle !== 'none' || textDecorationLine === 'underline' || appearance === 'auto';
    return isSeen || hasWords ? [] : [control.outerHTML.slice(0, 160)];
  });
}
