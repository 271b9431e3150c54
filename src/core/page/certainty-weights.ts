/**
 * How much each feature of a number speaks for it being the one to call, in log-odds. Fitted by
 * `npm run fit` from labelled pages; not to be changed by hand. See docs/decisions/067-fitting-how-sure-a-number-is.md.
 */
export const weights = {
  base: 3.18,
  // How it is marked up.
  callLink: 5.35,
  telInput: 0,
  structured: 0,
  parameter: 1.99,
  attribute: -2.72,
  meta: -6.97,
  // What the words beside it say, and where they stand.
  mobile: 0.59,
  phone: 0.81,
  company: -7.37,
  own: -3.35,
  related: -7.28,
  ofOther: -6.84,
  other: -9.58,
  id: -5.85,
  labelBehind: 0,
  labelAbove: 0,
  // How it is written.
  international: 0.39,
  usualGroups: 0.07,
  oneRun: -0.1,
  invalid: -0.56,
  otherCountry: -1.08,
  firms: 0,
  // Where it stands.
  inView: 0,
  inMain: 4.13,
  elsewhere: -3.24,
  hidden: -4.79,
  unseen: -0.05,
  disagrees: -5.73,
  // What else is there.
  saidTwice: 0,
  notFirst: -0.9,
  betterRival: -4.71,
  rivalInput: -10.92,
  rival: -0.88,
  weakRival: -1.82,
} as const;

export type Feature = keyof typeof weights;

/** From here on a number fills a form: right in at least 97 of 100 cases. */
export const enough = 0.97;
