/**
 * The log-odds that each feature adds to a number's being the one to call. `npm run fit` fits them to labelled pages;
 * do not change them by hand. See docs/decisions/067-fitting-how-sure-a-number-is.md.
 */
export const weights = {
  base: 4.69,
  // How it is marked up.
  callLink: 4.12,
  telInput: 0.85,
  structured: 1.78,
  parameter: 0.88,
  attribute: -1.1,
  meta: -7.41,
  // What the words beside it say, and where they stand.
  mobile: 2.97,
  phone: 0,
  company: -8.29,
  own: -1.74,
  ownBesideRecord: -7.37,
  related: -9.07,
  ofOther: -7.37,
  other: -10.58,
  id: -6.27,
  labelBehind: -0.07,
  labelAbove: 0,
  // How it is written.
  international: 0.53,
  usualGroups: 0,
  oneRun: 0,
  invalid: 0,
  otherCountry: 0,
  firms: 0,
  // Where it stands.
  inView: 0,
  inMain: 3.66,
  aside: 0,
  linkElsewhere: -3.64,
  elsewhere: -10.44,
  hidden: -8.96,
  unseen: -1.77,
  disagrees: -7.6,
  // What else is there.
  saidTwice: 0,
  notFirst: -0.81,
  betterRival: -5.69,
  rivalBehind: -0.13,
  rival: -3.79,
  rivalElsewhere: -2.75,
  rivalInRecord: -4.85,
  rivalsInList: -5.32,
} as const;

export type Feature = keyof typeof weights;

/** From this probability on a number fills a form: such a number is right in at least 97 of 100 cases. */
export const enough = 0.97;
