import { expect, test } from 'vitest';
import { customerFromInputs } from './customer.ts';

test.each([
  [{ 'Flow.customerNumber': '+15550100' }, { number: '+15550100' }],
  [
    { 'Flow.phone': '+15550100', 'Flow.customerName': 'Alice Martin' },
    { name: 'Alice Martin', number: '+15550100' },
  ],
  [{ 'Flow.customer': 'Alice Martin' }, { name: 'Alice Martin' }],
  [{ 'Flow.customer': '+15550100' }, { number: '+15550100' }],
  [{ 'Flow.ticketNumber': '4155550142' }, undefined],
  [{ 'Flow.customerNumber': '+15550100', 'Flow.contactType': 'Voice' }, { number: '+15550100' }],
  [{ 'Flow.flowName': 'Request callback', 'Flow.contactPriority': 'high' }, undefined],
  [{ 'Flow.priority': 3, 'Flow.isUrgent': true }, undefined],
  [{}, undefined],
  [undefined, undefined],
  [{ 'Flow.phone': '  ' }, undefined],
])('of %j: %j', (inputs, customer) => {
  expect(customerFromInputs(inputs)).toEqual(customer);
});
