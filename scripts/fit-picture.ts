import type { Bin } from './fit-model.ts';

const [size, left, top] = [320, 60, 44];

/** The calibration curve: how often numbers were right against how often they were said to be. */
export function drawCalibration(bins: readonly Bin[], enough: number): string {
  const x = (share: number) => (left + share * size).toFixed(1);
  const y = (share: number) => (top + (1 - share) * size).toFixed(1);
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) => `<path d="M${x(share)} ${y(0)}V${y(1)}M${x(0)} ${y(share)}H${x(1)}" stroke="#ddd"/>
  <text x="${x(share)}" y="${top + size + 18}" text-anchor="middle">${share * 100} %</text>
  <text x="${left - 8}" y="${Number(y(share)) + 4}" text-anchor="end">${share * 100} %</text>`,
  );
  const dots = bins.map(
    ({ said, happened, count }) =>
      `<circle cx="${x(said)}" cy="${y(happened)}" r="${(2 + Math.sqrt(count) / 6).toFixed(1)}" fill="#0b57d0" fill-opacity=".55"><title>said ${(said * 100).toFixed(1)} %, right ${(happened * 100).toFixed(1)} % of ${count}</title></circle>`,
  );
  const line = bins.map(({ said, happened }) => `${x(said)},${y(happened)}`).join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + size + 40} ${top + size + 52}" font-family="system-ui, sans-serif" font-size="12" fill="#333">
  <rect width="100%" height="100%" fill="#fff"/>
  <text x="${left}" y="24" font-size="14" font-weight="600">How sure a number is, and how often it is right</text>
  ${grid.join('\n  ')}
  <path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#999" stroke-dasharray="4 4"/>
  <path d="M${x(enough)} ${y(0)}V${y(1)}" stroke="#c5221f"/>
  <polyline points="${line}" fill="none" stroke="#0b57d0" stroke-width="1.5"/>
  ${dots.join('\n  ')}
  <text x="${left + size / 2}" y="${top + size + 40}" text-anchor="middle">probability that was said (red: from here on a form is filled)</text>
  <text transform="translate(14 ${top + size / 2}) rotate(-90)" text-anchor="middle">share that was right</text>
</svg>
`;
}
