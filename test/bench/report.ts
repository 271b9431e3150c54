import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Line } from './finding.ts';
import { verdict } from './reaches.ts';

const file = new URL('../../release/bench.json', import.meta.url);

/** What was written last; empty where nothing was. */
export function readLines(): Line[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
}

/** Writes `release/bench.json`. Lines of measurements that did not run this time stay as they were. */
export function writeLines(lines: readonly Line[]): void {
  const names = new Set(lines.map(({ name }) => name));
  const kept = readLines().filter(({ name }) => !names.has(name));
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, `${JSON.stringify([...kept, ...lines], null, 2)}\n`);
}

/** The lines as a table for people. */
export function table(lines: readonly Line[]): string {
  const head = ['', 'ours', 'unit', 'peer', '× peer', 'limit', '× limit', 'n', 'reach'];
  const rows = lines.map((line) => [
    line.name,
    figure(line.ours),
    line.unit,
    line.peer ? `${figure(line.peer.value)} ${line.peer.name}` : '–',
    figure(line.ratioToPeer),
    line.limit ? `${figure(line.limit.value)} ${line.limit.name}` : '–',
    figure(line.ratioToLimit),
    String(line.n),
    verdict(line),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  return [head, widths.map((width) => '─'.repeat(width)), ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function figure(value: number | null): string {
  if (value === null) return '–';
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}
