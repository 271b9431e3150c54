import { flowByKey } from '../sandbox/flows.ts';
import { picker } from './stage.ts';
import { launches } from './state-launches.ts';
import type { State } from './states.ts';

const { id, name } = flowByKey('hardNames');
const flow = { id, name };
const [, oneWord = ''] = name.split(' ');

const hard = { signedIn: 'author', flow: 'hardNames' } as const;

function launchNamed(name: string): State {
  const found = launches.find((state) => state.name === name);
  if (found === undefined) throw new Error(`There is no launch ${name}`);
  return found;
}

/** The launch of another state, with names and values that are hard to lay out. */
function hardLaunch(name: string, more: object = {}): State {
  const { launch, ...state } = launchNamed(name);
  const inputs = { [`Flow.${oneWord}`]: oneWord, 'Flow.arabic': 'اتصل بالرقم +49 30 23125555' };
  return { ...state, name: `hard-${name}`, launch: { ...launch, flow, inputs, ...more } };
}

/** What people have who do not have it easy: long names, names from right to left, and many of all. */
export const hardStates: readonly State[] = [
  { ...hard, name: 'hard-form', says: 'رقم هاتف العميل (+49)' },
  {
    ...hard,
    name: 'hard-invalid',
    act: (view) => view.getByRole('button', { name: 'Launch', exact: true }).click(),
    says: 'This input is required.',
  },
  {
    ...hard,
    name: 'hard-list',
    connection: { flows: [{ id, name: `Callback ${oneWord}`, pinned: true }] },
    act: async (view) => {
      await picker(view).fill('a');
      await view.getByRole('option').nth(5).waitFor();
    },
    says: 'Callback',
  },
  { signedIn: 'author', flow: 'wide', name: 'five-hundred-inputs', says: 'Field 1' },
  hardLaunch('completed-with-some', {
    state: 'completed',
    execution: {
      id: '0f6c1d52-7f0b-4c7e-9f4f-3a1d2b7c5e10',
      status: 'COMPLETED',
      outputData: {
        [`Flow.${oneWord}`]: oneWord,
        'Flow.arabic': 'تم الاتصال بالرقم +49 30 23125555.',
        'Flow.ticketId': 'T-20261',
        'Flow.numbers': ['+15550199888', oneWord],
      },
    },
  }),
  hardLaunch('refused'),
  hardLaunch('refused-explained'),
];
