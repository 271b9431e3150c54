/** What the toolbar icon tells; `ActionIcon` of platform/action-icon.ts. */
export const iconStates = ['unknown', 'running', 'production', 'plain'] as const;

export type IconState = (typeof iconStates)[number];

const grounds: Record<'brand' | 'production', readonly [string, string]> = {
  brand: ['#4f46e5', '#0d9488'],
  production: ['#b45309', '#dc2626'],
};

/**
 * The icon: a K whose arms are an arrow, on a square of 128. Small sizes have no shade behind the
 * arrow and thicker strokes, so that they stay clear on 16 pixels; a state sits in the upper right, clear of the badge,
 * in a disc with a rim, because colour alone tells nothing to many.
 */
export function iconSvg(state: IconState, size: number): string {
  const [from, to] = grounds[state === 'production' ? 'production' : 'brand'];
  const isSmall = size <= 32;
  const stroke = isSmall ? 16 : 13;
  const edge = isSmall ? 0 : 4;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128" width="${size}" height="${size}">
  <defs>
    <linearGradient id="ground" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="${from}"/>
      <stop offset="1" stop-color="${to}"/>
    </linearGradient>
  </defs>
  <rect x="${edge}" y="${edge}" width="${128 - 2 * edge}" height="${128 - 2 * edge}" rx="30" fill="url(#ground)"/>
  <g fill="none" stroke="#fff" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round">
    <path d="M30 32v64"/>
    ${isSmall ? '' : '<path d="M50 64 92 34M50 64 92 94" stroke-opacity=".55" stroke-width="11"/>'}
    <path d="M${isSmall ? 54 : 50} 64h48"/>
    <path d="M${isSmall ? '80 40l24 24-24 24' : '84 46l18 18-18 18'}"/>
  </g>
  ${marks[state]}
</svg>
`;
}

const disc = (fill: string, inside: string) =>
  `<circle cx="94" cy="34" r="34" fill="#fff"/><circle cx="94" cy="34" r="28" fill="${fill}"/>${inside}`;

const marks: Record<IconState, string> = {
  plain: '',
  production: '',
  running: disc('#15803d', '<path d="M85 19v30l25-15z" fill="#fff"/>'),
  unknown: disc(
    '#facc15',
    '<path d="M84 27a10 10 0 1 1 15 8.600c-4 2.300-5 3.800-5 7.400M94 52v.1" fill="none" stroke="#1a1d24" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>',
  ),
};
