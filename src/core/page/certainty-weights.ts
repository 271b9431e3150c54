/**
 * How much each feature of a number speaks for it being the one to call, in log-odds. Fitted by
 * `npm run fit` from labelled pages; not to be changed by hand. See docs/decisions/067-fitting-how-sure-a-number-is.md.
 */
export const weights = {
  base: 4.41,
  // How it is marked up.
  callLink: 4.17,
  telInput: 0.92,
  structured: 2.01,
  parameter: 1.01,
  attribute: -1.05,
  meta: -7.27,
  // What the words beside it say, and where they stand.
  mobile: 3.08,
  phone: 0,
  company: -8.14,
  own: -1.47,
  ownBesideRecord: -7.22,
  related: -9.06,
  ofOther: -7.22,
  other: -10.45,
  id: -6.1,
  labelBehind: -0.06,
  labelAbove: 0,
  // How it is written.
  international: 0.58,
  usualGroups: 0.01,
  oneRun: 0,
  invalid: 0,
  otherCountry: 0,
  firms: 0,
  // Where it stands.
  inView: 0,
  inMain: 3.74,
  aside: 0,
  linkElsewhere: -3.66,
  elsewhere: -10.33,
  hidden: -8.86,
  unseen: -1.74,
  disagrees: -7.57,
  // What else is there.
  saidTwice: 0,
  notFirst: -0.83,
  betterRival: -5.65,
  rivalBehind: 0,
  rival: -3.55,
  rivalElsewhere: -2.44,
  rivalInRecord: -4.65,
  rivalsInList: -5.1,
} as const;

export type Feature = keyof typeof weights;

/** From here on a number fills a form: right in at least 97 of 100 cases. */
export const enough = 0.97;
