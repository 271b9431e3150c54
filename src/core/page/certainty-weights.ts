/**
 * How much each feature of a number speaks for it being the one to call, in log-odds. Fitted by
 * `npm run fit` from labelled pages; not to be changed by hand.
 */
export const weights = {
  base: 2.5,
  // How it is marked up.
  callLink: 2,
  telInput: 2.2,
  structured: 1.6,
  pair: 0.6,
  heading: 0.3,
  parameter: 1,
  attribute: 0.2,
  meta: -1.5,
  // What the words beside it say, and where they stand.
  mobile: 2.2,
  phone: 2,
  company: 0.2,
  own: -0.3,
  related: -4,
  other: -5,
  id: -4,
  labelBehind: -0.2,
  labelAbove: -0.2,
  // How it is written.
  international: 1,
  usualGroups: 1,
  oneRun: -0.3,
  invalid: -1,
  otherCountry: -0.6,
  placeholder: -3,
  short: -3,
  // Where it stands.
  inView: 0.6,
  inMain: 0.3,
  elsewhere: -0.8,
  hidden: -2,
  unseen: -1.2,
  disagrees: -3,
  // What else is there.
  saidTwice: 1,
  betterRival: -4,
  rival: -0.5,
  rivals: -0.4,
} as const;

export type Feature = keyof typeof weights;

/** From here on a number fills a form: right in at least 97 of 100 cases. */
export const enough = 0.97;
