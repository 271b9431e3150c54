/**
 * How much each feature of a number speaks for it being the one to call, in log-odds. Fitted by
 * `npm run fit` from labelled pages; not to be changed by hand. See docs/decisions/067-fitting-how-sure-a-number-is.md.
 */
export const weights = {
  base: 3.58,
  // How it is marked up.
  callLink: 2.82,
  telInput: 1.16,
  structured: 1.69,
  parameter: 0.93,
  attribute: -1.38,
  meta: -6.77,
  // What the words beside it say, and where they stand.
  mobile: 1.5,
  phone: 0.28,
  company: -7.27,
  own: -1.15,
  ownBesideRecord: -6.52,
  related: -8.17,
  ofOther: -6.57,
  other: -8.72,
  id: -5.19,
  labelBehind: 0,
  labelAbove: 0,
  // How it is written.
  international: 1.06,
  usualGroups: 0.46,
  oneRun: 0,
  invalid: 0,
  otherCountry: 0,
  firms: 0,
  // Where it stands.
  inView: 0,
  inMain: 2.65,
  aside: 0,
  linkElsewhere: -3.35,
  elsewhere: -9.07,
  hidden: -6.78,
  unseen: -1.52,
  disagrees: -4.92,
  // What else is there.
  saidTwice: 0,
  notFirst: -1.11,
  betterRival: -4.67,
  rivalBehind: -0.43,
  rival: -2.76,
  rivalElsewhere: -0.89,
  rivalInRecord: -3.62,
  rivalsInList: -2.98,
} as const;

export type Feature = keyof typeof weights;

/** From here on a number fills a form: right in at least 97 of 100 cases. */
export const enough = 0.97;
