import type { Failure } from '../base/failure.ts';
import type { PreflightLine } from '../diagnosis/preflight.ts';
import type { FlowDetail } from '../flow/flow.ts';
import type { Form } from '../form/form.ts';
import type { FlowInput, flowInputs } from '../form/input-schema.ts';
import type { InputOffer } from '../form/mapping.ts';
import type { FormProblem } from '../form/value.ts';
import type { Origin } from '../page/document.ts';
import type { InputChoices } from './choices.ts';
import type { ContactView } from './contact.ts';
import type { CustomerView } from './customer.ts';
import type { LauncherState, Meant } from './launcher.ts';
import type { PeopleView } from './people.ts';

/** The form of the chosen flow, as it is on screen: everything that a view draws of it, and what is sent. */
export interface FormView extends Meant {
  readonly flowId: string;
  /** Undefined until it was read. */
  readonly flow: FlowDetail | undefined;
  /** Why it cannot be read: it may be launched all the same, with inputs as JSON. */
  readonly failure: Failure | undefined;
  readonly inputs: readonly FlowInput[];
  readonly note: ReturnType<typeof flowInputs>['note'];
  readonly offers: Readonly<Record<string, InputOffer>>;
  /** What inputs can be chosen from, by their names. */
  readonly choices: Readonly<Record<string, InputChoices>>;
  readonly form: Form;
  /** The same, with the input that a finding leads to, if all inputs are typed as one and it is missing. */
  readonly completed: Form;
  readonly problems: readonly FormProblem[];
  /** Inputs that were typed on another page, with that page. */
  readonly elsewhere: Readonly<Record<string, Origin>>;
  readonly lines: readonly PreflightLine[];
  /** Whom it is about, where the person's conversations are read. */
  readonly customer: CustomerView | undefined;
  /** The people of its page, where one of them has to be chosen or was. */
  readonly people: PeopleView | undefined;
  /** The external contact behind that customer, where contacts may be looked up. */
  readonly contact: ContactView | undefined;
}

/** Derives the form from a state; undefined where there is none. */
export type ViewForm = (state: LauncherState) => FormView | undefined;
