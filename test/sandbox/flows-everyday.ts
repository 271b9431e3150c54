import { flow, inputs, type SandboxFlow } from './flow.ts';

/** Workflows as a contact centre has them. */
export const everydayFlows: readonly SandboxFlow[] = [
  flow({
    key: 'requestCallback',
    name: 'Request callback',
    description: 'Schedules a callback to a customer and tells which queue will call.',
    versions: ['1.0', '2.0', '3.0'],
    inputSchema: inputs(
      {
        customerNumber: {
          type: 'string',
          title: 'Customer number',
          description: 'The number to call back, in E.164',
        },
        contactType: {
          type: 'string',
          title: 'Contact type',
          description: 'How the customer reached us',
        },
        priority: { type: 'integer', title: 'Priority', minimum: 1, maximum: 5, default: 3 },
        callbackTime: { type: 'string', format: 'date-time', title: 'Callback time' },
      },
      ['customerNumber'],
    ),
    hiddenVariables: ['Flow.attempt'],
    run: {
      ends: 'COMPLETED',
      output: (given, { number, launched }) => ({
        'Flow.callbackId': `CB-${String(number).padStart(6, '0')}`,
        'Flow.scheduledFor':
          typeof given['Flow.callbackTime'] === 'string'
            ? new Date(given['Flow.callbackTime']).toISOString()
            : new Date(launched.getTime() + 15 * 60_000).toISOString(),
        'Flow.queue': Number(given['Flow.priority'] ?? 3) >= 4 ? 'Callbacks priority' : 'Callbacks',
      }),
    },
  }),
  flow({
    key: 'sendConfirmation',
    name: 'Send order confirmation',
    description: 'Sends the confirmation of an order again, by e-mail or text message.',
    inputSchema: inputs(
      {
        orderId: { type: 'string', title: 'Order number' },
        channel: { type: 'string', title: 'Channel', enum: ['email', 'sms'], default: 'email' },
        email: { type: 'string', format: 'email', title: 'E-mail address' },
      },
      ['orderId'],
    ),
    run: { ends: 'COMPLETED', output: () => ({ 'Flow.sent': true, 'Flow.messages': 1 }) },
  }),
  flow({
    key: 'customerLookup',
    name: 'Look up customer',
    description: 'Finds a customer by phone number and answers with everything known.',
    inputSchema: inputs({ phone: { type: 'string', title: 'Phone number' } }, ['phone']),
    run: {
      ends: 'COMPLETED',
      output: (given, { launched }) => ({
        'Flow.customer': {
          id: 'C-20117',
          name: 'Alice Martin',
          phone: String(given['Flow.phone']),
          address: { street: '12 Harbour Row', city: 'Portland', postcode: '97204' },
          vip: true,
        },
        'Flow.openOrders': ['A-1043', 'A-1071', 'A-1102'],
        'Flow.recordUrl': 'https://crm.example.com/customers/C-20117',
        'Flow.note': '<b>Prefers</b> calls after 4 pm <script>alert(1)</script>',
        'Flow.lastContact': launched.toISOString(),
        'Flow.balance': -42.5,
        'Flow.accountManager': null,
      }),
    },
  }),
  flow({
    key: 'createTicket',
    name: 'Create support ticket',
    description: 'Opens a ticket in the help desk with a summary and any number of tags.',
    inputSchema: inputs(
      {
        subject: { type: 'string', title: 'Subject', minLength: 3, maxLength: 120 },
        details: { type: 'string', title: 'Details' },
        tags: { type: 'array', items: { type: 'string' }, title: 'Tags' },
        urgent: { type: 'boolean', title: 'Urgent', default: false },
      },
      ['subject'],
    ),
    run: {
      ends: 'COMPLETED',
      output: (given, { number }) => ({
        'Flow.ticket': `T-${1000 + number}`,
        'Flow.assignee': given['Flow.urgent'] === true ? 'Duty desk' : 'Second line',
      }),
    },
  }),
  flow({
    key: 'refund',
    name: 'Refund approval',
    description: 'Asks a supervisor to approve a refund.',
    division: 'Finance',
    inputSchema: inputs(
      {
        orderId: { type: 'string', title: 'Order number' },
        amount: { type: 'number', title: 'Amount', minimum: 0.01, maximum: 5000 },
        reason: {
          type: 'string',
          title: 'Reason',
          enum: ['Damaged', 'Late', 'Wrong item', 'Goodwill'],
        },
      },
      ['orderId', 'amount'],
    ),
    run: { ends: 'COMPLETED', output: () => ({ 'Flow.approved': true }) },
  }),
  flow({
    key: 'appointment',
    name: 'Book appointment',
    description: 'Books a visit of a technician on a day and at a time.',
    inputSchema: inputs(
      {
        customerId: { type: 'string', title: 'Customer' },
        day: { type: 'string', format: 'date', title: 'Day' },
        from: { type: 'string', format: 'date-time', title: 'Not before' },
        durationMinutes: { type: 'integer', title: 'Duration in minutes', default: 60 },
      },
      ['customerId', 'day'],
    ),
    run: {
      ends: 'COMPLETED',
      output: (given) => ({ 'Flow.booked': `${String(given['Flow.day'])}T09:00:00.000Z` }),
    },
  }),
  flow({
    key: 'noInputs',
    name: 'Rebuild wallboard',
    description: 'Refreshes the figures on the wallboard. Takes no inputs, answers nothing.',
  }),
  flow({
    key: 'serviceStatus',
    name: 'Service status',
    description: 'Says whether all systems are up.',
    run: { ends: 'COMPLETED', output: () => ({ 'Flow.status': 'All systems are up' }) },
  }),
];
