/**
 * How much each feature of a number speaks for it being the one to call, in log-odds. Fitted by
 * `npm run fit` from labelled pages; not to be changed by hand. See docs/decisions/067-fitting-how-sure-a-number-is.md.
 */
export const weights = {
  base: 3.37,
  // How it is marked up.
  callLink: 5.25,
  telInput: 0,
  structured: 0,
  parameter: 1.94,
  attribute: -2.74,
  meta: -7.09,
  // What the words beside it say, and where they stand.
  mobile: 0.42,
  phone: 0.74,
  company: -7.55,
  own: -3.47,
  related: -7.47,
  ofOther: -7.03,
  other: -9.73,
  id: -6.09,
  labelBehind: 0,
  labelAbove: 0,
  // How it is written.
  international: 0.41,
  usualGroups: 0,
  oneRun: -0.09,
  invalid: -0.68,
  otherCountry: -1.31,
  firms: 0,
  // Where it stands.
  inView: 0,
  inMain: 4.13,
  elsewhere: -3.33,
  hidden: -4.76,
  unseen: -0.2,
  disagrees: -5.85,
  // What else is there.
  saidTwice: 0,
  notFirst: -0.63,
  betterRival: -4.89,
  rivalInput: -11.08,
  rival: -0.98,
  weakRival: -1.05,
  rivals: -6.13,
} as const;

export type Feature = keyof typeof weights;

/** From here on a number fills a form: right in at least 97 of 100 cases. */
export const enough = 0.97;
