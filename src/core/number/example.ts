/** Words that announce an example, in the languages of the extension and some more: "e.g. (555) 123-4567". */
const before =
  /(?:(?<!\p{L})(?:e\.? ?g|i\.e|z\. ?b|zum beispiel|bspw|p\. ?ex|par exemple|p\. ?ej|por ejemplo|p\. ?e|por exemplo|ad esempio|p\. ?es|bijv|bijvoorbeeld|for example|for instance|such as)\.?|(?<!\p{L})(?:beispiel|example|exemple|ejemplo|exemplo|ex|ej|esempio|voorbeeld|format|formato)\s?:|例(?:えば)?[:：]?|예[:：])[\s,:;"'“„«「(]*$/iu;

const behind = /^\s?[([](?:example|beispiel|exemple|ejemplo|exemplo|esempio|例)[)\]]/iu;

/** Whether the number from `start` to `end` only shows how to write numbers. */
export function isExample(text: string, start: number, end: number): boolean {
  return (
    before.test(text.slice(Math.max(0, start - 24), start)) ||
    behind.test(text.slice(end, end + 24))
  );
}
