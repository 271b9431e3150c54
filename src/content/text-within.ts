import { isElement, parentOf, tagOf, walk } from './dom.ts';

const wordy = /[0-9A-Za-zÀ-￿]/;
const inline =
  /^(a|abbr|b|bd[io]|big|cite|code|data|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|su[bp]|time|tt|u|var)$/;
const unseen = /^(script|style|noscript|template|textarea|select|option|title|head|svg)$/;

/** Whether an element's text is none that people see. */
export function isUnseen(element: Element): boolean {
  return unseen.test(tagOf(element));
}

/** The element around a text that begins a line of its own. */
export function blockOf(node: Node): Element | null {
  let block = parentOf(node);
  while (block && inline.test(tagOf(block)) && parentOf(block)) block = parentOf(block);
  return block;
}

/** An element's text as people see it: pieces apart from each other, a line for a block. */
export function textWithin(block: Element, longest: number): string {
  const walker = walk(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node && text.length < longest; node = walker.nextNode()) {
    if (isElement(node)) text += inline.test(tagOf(node)) ? '' : '\n';
    else if (!isUnseen(parentOf(node) ?? block)) {
      const { data } = node as Text;
      const isWordSplit = wordy.test(text.at(-1) ?? '') && wordy.test(data[0] ?? '');
      text += isWordSplit ? ` ${data}` : data;
    }
  }
  return text;
}
