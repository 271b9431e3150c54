/** The input for the customer's number, which every launch of a trial is about. */
export const input = 'Flow.customerNumber';

/** The input that a template fills. */
export const note = 'Flow.note';

/** What must hold of every launch, whatever happens. */
export const invariants = {
  'on-screen': 'what is sent was on screen when it was confirmed',
  'in-front':
    'each value is of the customer in front, or was typed or selected there, or kept there',
  tab: 'it is launched for the tab in whose form, or on whose page, it was asked for',
  beside: 'it is launched beside the customer who was shown when it was confirmed',
  'in-hand': 'what is sent of a conversation is of the one that the person is in',
  asked: 'where page and conversation disagree, nothing is sent that the person did not choose',
  listed: 'of the people of a list, the one is launched for whom the person chose',
  connection:
    'it goes to the connection that was shown, and where that asks, only an answer launches',
  allowed:
    'nothing leaves that the organization forbids by then, nor at once where it wants a press',
  expected: 'nothing leaves that was cancelled, or was confirmed minutes ago',
  left: 'nothing that was launched stays in the next form',
  person: 'the person who was shown is the person of the token',
  once: 'one press or one intention is at most one launch',
  edit: 'nothing is launched by an edit, a key or the passing of time alone',
} as const;

export type Invariant = keyof typeof invariants;

/** Faults that can be planted, each with the invariant that it breaks. */
export const defects = {
  'the page is not looked at again': 'in-front',
  'values stay when the page goes': 'in-front',
  'what is sent is filled in anew': 'on-screen',
  'only what is sent is compared': 'beside',
  'one number is one customer, whatever the names': 'asked',
  'the first of several people is taken': 'listed',
  'the conversation is not looked at again': 'in-hand',
  'a conversation that disagrees is taken without a question': 'asked',
  'what was chosen stays when the page no longer has it': 'in-front',
  'other settings do not stop a launch': 'connection',
  'a policy that comes is not heard': 'allowed',
  'the next worker does not look at the page': 'in-front',
  'the next worker sends again what was out': 'once',
  'what was due long ago is sent': 'expected',
  'a cancelled launch goes on': 'expected',
  'what was launched stays in the draft': 'left',
  'a tab that wakes does not know what was launched in it': 'left',
  'a click in the menu leaves what was launched in the form': 'left',
  'a press is for the tab that the side panel has just turned to': 'tab',
  'a press is for the form that has just come in place of a result': 'on-screen',
  'a countdown goes on beside the next tab': 'tab',
  'a launch begins although its tab is gone': 'tab',
  'the worker looks at the tab in front': 'in-front',
  'nobody compares the person': 'person',
  'an intention stays for the next popup': 'once',
  'an edit does not stop what is launched at once': 'edit',
} as const satisfies Record<string, Invariant>;

export type Defect = keyof typeof defects;

/** That invariants did not hold of a launch, each with the detail. */
export class Violation extends Error {
  readonly invariants: readonly Invariant[];

  constructor(broken: readonly (readonly [Invariant, string])[]) {
    super(broken.map(([name, detail]) => `${name}: ${invariants[name]}. ${detail}`).join(' '));
    this.invariants = broken.map(([name]) => name);
  }
}
