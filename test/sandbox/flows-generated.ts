import { flow, inputs, type SandboxFlow } from './flow.ts';

const subjects = ['Billing', 'Claims', 'Delivery', 'Loyalty', 'Onboarding', 'Returns', 'Support'];
const deeds = ['approval', 'callback', 'check', 'escalation', 'notification', 'survey', 'update'];
const divisions = ['Home', 'Sales', 'Finance', 'Service'];
const fields = [
  ['customerNumber', { type: 'string', title: 'Customer number' }],
  ['caseId', { type: 'string', title: 'Case' }],
  ['amount', { type: 'number', title: 'Amount' }],
  ['count', { type: 'integer', title: 'Count', minimum: 0 }],
  ['notify', { type: 'boolean', title: 'Notify' }],
] as const;

/** Flows in number, the same every time, to see whether thousands of them stay usable. */
export function generatedFlows(count: number): SandboxFlow[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(4, '0');
    return flow({
      key: `generated${number}`,
      name: `${pick(subjects, index)} ${pick(deeds, Math.floor(index / 7))} ${number}`,
      description: `Generated workflow number ${index + 1}`,
      division: pick(divisions, index),
      type: index % 20 === 19 ? 'INBOUNDCALL' : 'WORKFLOW',
      active: index % 50 !== 49,
      versions: index % 25 === 24 ? [] : ['1.0'],
      inputSchema: inputs(Object.fromEntries(fields.slice(0, index % 6))),
      run: { ends: 'COMPLETED', output: () => ({ 'Flow.number': index + 1 }) },
    });
  });
}

function pick(words: readonly string[], index: number): string {
  return words[index % words.length] ?? '';
}
