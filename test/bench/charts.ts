import { writeFileSync } from 'node:fs';
import type { Line } from './finding.ts';

const docs = new URL('../../docs/', import.meta.url);

interface Chart {
  file: string;
  title: string;
  /** What is counted along the bottom. */
  along: string;
  /** Names of the lines in bench.json, and how many there were of what is counted. */
  points: readonly (readonly [name: string, count: number])[];
}

const charts: readonly Chart[] = [
  {
    file: 'read-page.svg',
    title: 'From a page to its context, median',
    along: 'nodes',
    points: [
      ['read-page-500', 500],
      ['read-page-5k', 5_000],
      ['read-page-50k', 50_000],
      ['read-page-500k', 500_000],
    ],
  },
  {
    file: 'picker.svg',
    title: 'From a key in the flow picker to its results, median',
    along: 'flows',
    points: [
      ['picker-100', 100],
      ['picker-1k', 1_000],
      ['picker-10k', 10_000],
    ],
  },
];

/** Draws cost against size, from the lines of release/bench.json, into docs/. */
export function drawCharts(lines: readonly Line[]): void {
  for (const chart of charts) writeFileSync(new URL(chart.file, docs), drawn(chart, lines));
}

const [width, height] = [640, 360];
const frame = { left: 60, right: 200, top: 44, bottom: 48 };

interface Series {
  name: string;
  colour: string;
  points: readonly (readonly [count: number, milliseconds: number])[];
}

function drawn({ title, along, points }: Chart, lines: readonly Line[]): string {
  const found = points.flatMap(([name, count]) => {
    const line = lines.find((line) => line.name === name);
    return line ? [{ line, count }] : [];
  });
  const series: Series[] = [
    {
      name: 'Kickoff',
      colour: '#4f4fd0',
      points: found.map(({ line, count }) => [count, line.ours]),
    },
    ...(['peer', 'limit'] as const).flatMap((side, index) => {
      const name = found[0]?.line[side]?.name;
      const points = found.flatMap(({ line, count }) => {
        const value = line[side]?.value;
        return value === undefined ? [] : [[count, value] as const];
      });
      return name === undefined
        ? []
        : [{ name, colour: ['#b4531b', '#6b7280'][index] ?? '', points }];
    }),
  ];
  const counts = points.map(([, count]) => count);
  const values = series.flatMap(({ points }) => points.map(([, value]) => value));
  const x = scale(counts, frame.left, width - frame.right);
  const y = scale(values, height - frame.bottom, frame.top);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${frame.left}" y="24" font-size="14" font-weight="600">${title}</text>`,
    ...powersOfTen(values).map((value) => grid(y(value), value)),
    ...counts.map((count) => label(x(count), height - frame.bottom + 18, amount(count), 'middle')),
    label(
      (frame.left + width - frame.right) / 2,
      height - 10,
      `${along} (both axes logarithmic)`,
      'middle',
    ),
    label(frame.left - 8, frame.top - 8, 'ms', 'end'),
    ...series.map((each) => curve(each, x, y)),
    '</svg>',
    '',
  ].join('\n');
}

/** A logarithmic scale from whole powers of ten around the values to a stretch of the picture. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [low = 1, high = 10] = [powersOfTen(values)[0], powersOfTen(values).at(-1)];
  const share = (value: number) => Math.log(value / low) / Math.log(high / low);
  return (value) => Math.round(from + (to - from) * share(value));
}

function powersOfTen(values: readonly number[]): number[] {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(Math.ceil(Math.log10(Math.max(...values))), low + 1);
  return Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step));
}

function grid(y: number, value: number): string {
  const line = `<line x1="${frame.left}" x2="${width - frame.right}" y1="${y}" y2="${y}" stroke="#e5e7eb"/>`;
  return `${line}\n${label(frame.left - 8, y + 4, amount(value), 'end')}`;
}

function curve({ name, colour, points }: Series, x: Scale, y: Scale): string {
  const places = points.map(([count, value]) => [x(count), y(value)] as const);
  const [endX, endY] = places.at(-1) ?? [0, 0];
  return [
    `<polyline points="${places.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`),
    `<text x="${endX + 8}" y="${endY + 4}" fill="${colour}">${name}, ${amount(points.at(-1)?.[1] ?? 0)} ms</text>`,
  ].join('\n');
}

type Scale = (value: number) => number;

function label(x: number, y: number, text: string, anchor: 'middle' | 'end'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="#374151">${text}</text>`;
}

function amount(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}
