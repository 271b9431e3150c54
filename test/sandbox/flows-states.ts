import { flow, inputs, type SandboxFlow } from './flow.ts';

/** A name of 200 characters without a space. */
const oneWord = 'Customer_number_of_the_household_'.repeat(7).slice(0, 200);

const longText = 'Lorem ipsum dolor sit amet. '.repeat(400);

/** Flows that cannot be launched, runs that end in every way, and names that break layouts. */
export const stateFlows: readonly SandboxFlow[] = [
  flow({ key: 'unpublished', name: 'Never published', versions: [] }),
  flow({ key: 'inactive', name: 'Switched off', active: false }),
  flow({ key: 'deleted', name: 'Deleted yesterday', deleted: true }),
  flow({ key: 'locked', name: 'Being edited', lockedBy: 'Ada Author' }),
  flow({ key: 'inboundCall', name: 'Main menu', type: 'INBOUNDCALL' }),
  flow({ key: 'inqueueCall', name: 'Music on hold', type: 'INQUEUECALL', versions: [] }),
  flow({ key: 'bot', name: 'Opening hours bot', type: 'DIGITALBOT' }),

  flow({
    key: 'slow',
    name: 'Slow credit check',
    inputSchema: inputs({ customerId: { type: 'string', title: 'Customer' } }),
    run: { ends: 'COMPLETED', milliseconds: 12_000, output: () => ({ 'Flow.score': 712 }) },
  }),
  flow({
    key: 'fast',
    name: 'Instant answer',
    run: { ends: 'COMPLETED', milliseconds: 0, output: () => ({ 'Flow.answer': 42 }) },
  }),
  flow({
    key: 'failing',
    name: 'Always fails',
    run: {
      ends: 'FAILED',
      code: 'error.workflow.dataAction.failed',
      message: 'The data action "Get account" answered with an error.',
    },
  }),
  flow({
    key: 'erring',
    name: 'Ends in an error',
    run: {
      ends: 'ERROR',
      code: 'error.workflow.internal',
      message: 'The workflow stopped unexpectedly.',
    },
  }),
  flow({ key: 'terminated', name: 'Gets terminated', run: { ends: 'TERMINATED' } }),
  flow({ key: 'neverEnding', name: 'Waits for ever', run: { ends: 'never' } }),
  flow({ key: 'unknownState', name: 'Ends in an unknown state', run: { ends: 'PAUSED' } }),
  flow({
    key: 'longOutput',
    name: 'Long output',
    run: {
      ends: 'COMPLETED',
      output: () => ({
        'Flow.text': longText,
        'Flow.rows': Array.from({ length: 300 }, (_, index) => ({
          id: index,
          name: `Row ${index}`,
          url: `https://crm.example.com/rows/${index}`,
        })),
        ...Object.fromEntries(
          Array.from({ length: 60 }, (_, index) => [`Flow.value${index}`, `Value ${index}`]),
        ),
      }),
    },
  }),

  flow({ key: 'umlauts', name: 'Rückruf für Straßenbahn-Störungen' }),
  flow({ key: 'emoji', name: '📞 Call me back 🙏🏽' }),
  flow({ key: 'rightToLeft', name: 'طلب معاودة الاتصال', description: 'تدفق باللغة العربية' }),
  flow({ key: 'markup', name: '<img src=x onerror="alert(1)"> & <b>bold</b>' }),
  flow({ key: 'longName', name: `A very long name ${'that goes on and on '.repeat(12)}` }),
  flow({
    key: 'hardNames',
    name: `Callback ${oneWord}`,
    description: 'Its inputs have names that break layouts.',
    inputSchema: inputs(
      {
        customerNumberOfThePersonWhoSignedTheContractOfTheHousehold: { type: 'string' },
        [oneWord]: { type: 'string' },
        arabic: {
          type: 'string',
          title: 'رقم هاتف العميل (+49)',
          description: 'بصيغة E.164: +49 30',
        },
        japanese: { type: 'string', title: '契約者ご本人様または同居のご家族様のお客様番号' },
        reasonForTheCallAsTheCustomerHasToldItToTheAgentInTheirOwnWord: {
          type: 'string',
          enum: [oneWord, 'Aufenthaltsbestimmungsrechtsverfahrensverzögerungsbeschwerde', 'طلب'],
        },
        consentToTheProcessingOfPersonalDataHasBeenGivenByTheCustomer: { type: 'boolean' },
        listOfTheTelephoneNumbersUnderWhichTheCustomerCanBeReachedNow: {
          type: 'array',
          items: { type: 'string' },
        },
      },
      ['customerNumberOfThePersonWhoSignedTheContractOfTheHousehold', oneWord, 'arabic'],
    ),
    run: {
      ends: 'COMPLETED',
      output: () => ({
        [`Flow.${oneWord}`]: oneWord,
        'Flow.arabic': 'تم الاتصال بالرقم +49 30 23125555.',
        'Flow.numbers': ['+15550199888', oneWord],
      }),
    },
  }),
  flow({ key: 'sameName', name: 'Request callback', division: 'Sales' }),
];
