/**
 * Judges the names that pages give to their elements: whether one will still be there on the next
 * page of the same site, and after the site was built anew.
 */

/** Words that say how an element looks or stands at the moment, not what it is. */
const states =
  /^(?:is|has|ng|js|v)-|^(?:active|checked|clicked|closed|collapsed|current|dirty|disabled|enabled|even|expanded|first|focus(?:ed)?|hidden|hover(?:ed)?|invalid|last|loaded|loading|odd|open(?:ed)?|pristine|selected|show|shown|touched|untouched|valid|visible|visited)$/i;

/** Names of utility frameworks, which say nothing but looks: https://tailwindcss.com/docs/styling-with-utility-classes */
const looks =
  /^-?(?:[a-z]+:)*(?:[mp][trblxyse]?|w|h|gap|top|left|right|bottom|inset|z|text|bg|border|rounded|shadow|font|leading|tracking|opacity|flex|grid|col|row|items|justify|self|space|order|float|overflow|d|min|max|align)(?:-|$)|^(?:block|inline|inline-block|flex|grid|table|absolute|relative|fixed|sticky|truncate|container|clearfix|uppercase|lowercase|pull-(?:left|right)|slds-(?!form|page|card|record).*)$/i;

/** Names that libraries count up or draw by lot: https://emotion.sh, https://styled-components.com, https://mui.com */
const generated =
  /^(?:css|sc|jss|emotion|svelte|styled|makeStyles|tss|chakra|ember|ext-gen|yui|radix|headlessui|react-select|react-aria|mui|aria|uid|gen|auto|input|field|id|tab|el|item)[-_]?:?[-\w]*\d|^(?:sc|css|svelte|emotion|jss|tss)-|^:r[\da-z]+:$|^_(?:ngcontent|nghost)|^ng-(?:tns|c)\b/i;

/** Short for a word, and read as one. */
const abbreviations: ReadonlySet<string> = new Set(
  'acc acct addr amt btn cc ci cl col crm ctl ctrl cust dept desc div dl dt dtl fn frm ft fwd gc hd hdr hs id img ip lbl li ln lst mgr mob msg nav nbr nm no nr num org ph pg phn pn ref rec req row sf sms sn src std sub svc sys tbl td tel th tr txt ui uid url usr val vip wa zd zip'.split(
    ' ',
  ),
);

/** What a name is worth as part of a selector. */
export type TokenWorth = 'stable' | 'looks' | 'unstable';

/** Judges one id, one class or the value of an attribute. */
export function worthOf(token: string): TokenWorth {
  if (token.length < 2 || token.length > 60 || /[\s@]/.test(token.trim())) return 'unstable';
  if (generated.test(token) || states.test(token)) return 'unstable';
  if (looks.test(token)) return 'looks';
  return isDrawnByLot(token) ? 'unstable' : 'stable';
}

/**
 * The part of a class that its author wrote, where a build tool has put a hash behind it:
 * `Header_phone__` of `Header_phone__3xYz9`. https://github.com/css-modules/css-modules
 */
export function authoredStart(token: string): string | undefined {
  const start = /^([A-Za-z][\w-]*?__)[\w-]{5,}$/.exec(token)?.[1];
  const end = start && token.slice(start.length);
  return end && isDrawnByLot(end) && !isDrawnByLot(start) ? start : undefined;
}

/** Ids of records, hashes and counters: numbers, digits among letters, letters that make no words. */
function isDrawnByLot(token: string): boolean {
  if (/\d{3}/.test(token)) return true;
  if (/[a-z]\d+[a-z]|\d[a-z]+\d/i.test(token)) return true;
  if (/^\d|[-_:.]\d+$/.test(token)) return true;
  const words = token.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
  const letters = words.join('').length;
  const read = words.filter(isWord).join('').length;
  return letters > 0 ? read / letters < 0.6 : true;
}

function isWord(word: string): boolean {
  if (abbreviations.has(word.toLowerCase())) return true;
  // Four consonants in a row are seldom, five are none.
  return word.length > 2 && /[aeiouy]/i.test(word) && !/[^aeiouy]{5}/i.test(word);
}
