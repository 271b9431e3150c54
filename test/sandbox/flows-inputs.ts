import { flow, inputs, type SandboxFlow } from './flow.ts';

const echo: SandboxFlow['run'] = {
  ends: 'COMPLETED',
  output: (given) => ({ 'Flow.received': JSON.parse(JSON.stringify(given)) }),
};

const wide = Object.fromEntries(
  Array.from({ length: 500 }, (_, index) => [
    `field${String(index + 1).padStart(3, '0')}`,
    { type: index % 5 === 0 ? 'integer' : 'string', title: `Field ${index + 1}` },
  ]),
);

/** Workflows with every type of input, and with schemas that are awkward in every known way. */
export const inputFlows: readonly SandboxFlow[] = [
  flow({
    key: 'everyType',
    name: 'Every type of input',
    description: 'One input of each type; answers with what it received.',
    inputSchema: inputs(
      {
        text: { type: 'string', title: 'Text' },
        whole: { type: 'integer', title: 'Whole number', minimum: -10, maximum: 1000 },
        decimal: { type: 'number', title: 'Decimal number' },
        yesNo: { type: 'boolean', title: 'Yes or no' },
        moment: { type: 'string', format: 'date-time', title: 'Date and time' },
        day: { type: 'string', format: 'date', title: 'Day' },
        choice: { type: 'string', enum: ['red', 'green', 'blue'], title: 'Choice' },
        texts: { type: 'array', items: { type: 'string' }, title: 'Texts' },
        wholes: { type: 'array', items: { type: 'integer' }, title: 'Whole numbers' },
        decimals: { type: 'array', items: { type: 'number' }, title: 'Decimal numbers' },
        yesNos: { type: 'array', items: { type: 'boolean' }, title: 'Yes and no' },
        moments: {
          type: 'array',
          items: { type: 'string', format: 'date-time' },
          title: 'Dates and times',
        },
        object: { type: 'object', title: 'JSON' },
      },
      ['text'],
    ),
    run: echo,
  }),
  flow({
    key: 'allRequired',
    name: 'All inputs required',
    inputSchema: inputs(
      {
        text: { type: 'string', title: 'Text' },
        whole: { type: 'integer', title: 'Whole number' },
        yesNo: { type: 'boolean', title: 'Yes or no' },
        moment: { type: 'string', format: 'date-time', title: 'Date and time' },
        texts: { type: 'array', items: { type: 'string' }, title: 'Texts' },
      },
      ['text', 'whole', 'yesNo', 'moment', 'texts'],
    ),
    run: echo,
  }),
  flow({
    key: 'defaults',
    name: 'Defaults for everything',
    inputSchema: inputs({
      text: { type: 'string', title: 'Text', default: 'as always' },
      whole: { type: 'integer', title: 'Whole number', default: 7 },
      yesNo: { type: 'boolean', title: 'Yes or no', default: true },
      texts: { type: 'array', items: { type: 'string' }, title: 'Texts', default: ['a', 'b'] },
    }),
    run: echo,
  }),
  flow({
    key: 'untitled',
    name: 'Inputs without titles',
    inputSchema: inputs({
      agentId: { type: 'string' },
      'nested.name': { type: 'string' },
      'with space': { type: 'string' },
      customerNumber: { type: 'string', description: 'A phone number in any spelling' },
    }),
    run: echo,
  }),
  flow({
    key: 'unknownTypes',
    name: 'Inputs of unknown types',
    inputSchema: inputs({
      price: { type: 'currency', title: 'Price' },
      length: { type: 'duration', title: 'Length' },
      either: { type: ['string', 'integer'], title: 'Text or number' },
      untyped: { title: 'No type at all' },
      anything: true,
      composed: { oneOf: [{ type: 'string' }, { type: 'integer' }], title: 'One of two' },
    }),
    run: echo,
  }),
  flow({
    key: 'recursive',
    name: 'Recursive input',
    inputSchema: {
      type: 'object',
      properties: { 'Flow.tree': { $ref: '#/definitions/node' } },
      definitions: {
        node: {
          type: 'object',
          title: 'Tree',
          properties: {
            name: { type: 'string' },
            children: { type: 'array', items: { $ref: '#/definitions/node' } },
          },
        },
      },
    },
    run: echo,
  }),
  flow({ key: 'wide', name: 'Five hundred inputs', inputSchema: inputs(wide), run: echo }),
  flow({ key: 'schemaTrue', name: 'Schema that allows anything', inputSchema: true, run: echo }),
  flow({ key: 'schemaEmpty', name: 'Empty schema', inputSchema: {}, run: echo }),
  withoutSchema(flow({ key: 'schemaMissing', name: 'No schema', run: echo })),
  flow({
    key: 'schemaInVersion',
    name: 'Schema only in the published version',
    inputSchema: inputs({ text: { type: 'string', title: 'Text' } }, ['text']),
    schemaIn: 'version',
    run: echo,
  }),
  flow({
    key: 'manyChoices',
    name: 'Long list of choices',
    inputSchema: inputs({
      country: {
        type: 'string',
        title: 'Country code',
        enum: Array.from({ length: 200 }, (_, index) => `Z${index}`),
      },
    }),
    run: echo,
  }),
];

function withoutSchema({ inputSchema: _, ...rest }: SandboxFlow): SandboxFlow {
  return rest;
}
