import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

test.each(['SIGINT', 'SIGTERM'] as const)(
  'the sandbox alone says where it is, and ends at once on %s',
  async (signal) => {
    const child = spawn(process.execPath, ['--import', 'tsx', main], { stdio: 'pipe' });
    let output = '';
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    for await (const chunk of child.stdout) {
      output += chunk;
      if (output.includes('Ctrl+C')) break;
    }
    const crm = /Sample CRM\s+(\S+)/.exec(output)?.[1] ?? '';
    expect((await fetch(crm)).status).toBe(200);
    expect(output).toContain('author@sandbox.example');

    const end = once(child, 'exit');
    child.kill(signal);
    expect(await end).toEqual([0, null]);
    expect(output).not.toMatch(/warn|error|notice/i);
  },
);
