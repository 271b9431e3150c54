/** The legal forms at the end of firms' names. */
const legalForm =
  /\s(?:gmbh|ag|kg|ug|e\.?v|ltd|limited|llc|llp|inc|corp|co|plc|sa|sas|sarl|srl|spa|bv|nv|ab|as|oy|kk)\.?$/i;

/** Whether a name ends with a legal form, as only a firm's does. */
export function isFirm(name: string): boolean {
  return legalForm.test(name);
}
