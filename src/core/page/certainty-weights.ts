/**
 * How much each feature of a number speaks for it being the one to call, in log-odds. Fitted by
 * `npm run fit` from labelled pages; not to be changed by hand. See docs/decisions/067-fitting-how-sure-a-number-is.md.
 */
export const weights = {
  base: 2.89,
  // How it is marked up.
  callLink: 0.67,
  telInput: 0.22,
  structured: 1.57,
  parameter: 3.79,
  attribute: 0.26,
  meta: -4.79,
  // What the words beside it say, and where they stand.
  mobile: 0.89,
  phone: 0.93,
  company: -6.7,
  own: -0.92,
  related: -6.45,
  ofOther: -5.87,
  other: -6.74,
  id: -4.79,
  labelBehind: 0.15,
  labelAbove: 0.08,
  // How it is written.
  international: -0.34,
  usualGroups: 0.03,
  oneRun: -0.46,
  invalid: -0.51,
  otherCountry: -1.81,
  firms: -0.7,
  // Where it stands.
  inView: 0.91,
  inMain: 0.23,
  elsewhere: -8.43,
  hidden: -4.81,
  unseen: -2.16,
  disagrees: -0.41,
  contradicted: -4.06,
  // What else is there.
  saidTwice: 0.27,
  notFirst: -1.31,
  betterRival: -4.63,
  twin: -3.69,
  rival: -6.18,
  weakRival: -1.29,
  rivals: -2.33,
} as const;

export type Feature = keyof typeof weights;

/** From here on a number fills a form: right in at least 97 of 100 cases. */
export const enough = 0.97;
