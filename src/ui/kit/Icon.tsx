/** Our own drawings, on a grid of 16, in strokes of 1.5. */
const paths = {
  alert: 'M8 2.2 14.4 13.4H1.6ZM8 6.4v3M8 11.4v.01',
  check: 'M3 8.5 6.5 12 13 4.5',
  chevron: 'M4.5 6.5 8 10l3.5-3.5',
  clock: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM8 4.8V8l2.2 1.6',
  copy: 'M6 5.5h7v8H6ZM10 5.5v-3H3v8h3',
  cross: 'm4 4 8 8M12 4l-8 8',
  external: 'M9.5 2.5h4v4M13.5 2.5 7.5 8.5M11.5 9.5v4h-9v-9h4',
  lock: 'M3.5 7.2h9v6.3h-9ZM5.3 7V5a2.7 2.7 0 0 1 5.4 0v2',
  keyboard: 'M1.8 4h12.4v8H1.8ZM4.4 6.6v.01M6.8 6.6v.01M9.2 6.6v.01M11.6 6.6v.01M5 9.6h6',
  leave: 'M9.5 2.5h-6v11h6M6.5 8h7.5M11.2 5.2 14 8l-2.8 2.8',
  info: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM8 7.4v3.4M8 5.2v.01',
  page: 'M3.5 1.8h6l3 3v9.4h-9ZM9.3 2v3h3',
  panel: 'M2 3h12v10H2ZM9.5 3v10M11.2 5.6h1.2M11.2 7.8h1.2',
  pin: 'M9.6 1.8l4.6 4.6-1.3.5-2.6 2.6-.3 3-1.1 1.1L2.4 7.1 3.5 6l3-.3 2.6-2.6ZM5.6 10.4 2 14',
  play: 'M4.5 2.8v10.4L13 8Z',
  plus: 'M8 3v10M3 8h10',
  redo: 'M12.8 5.2A5.6 5.6 0 1 0 13.6 8M13.2 2v3.4H9.8',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.4 10.4l3.4 3.4',
  settings:
    'M2 4.5h6.5M12.5 4.5H14M10.5 2.6a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8ZM2 11.5h1.5M7.5 11.5H14M5.5 9.6a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8Z',
  star: 'M8 1.9l1.8 3.8 4.2.6-3 2.9.7 4.1L8 11.3l-3.7 2 .7-4.1-3-2.9 4.2-.6Z',
  stop: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM3.8 3.8l8.4 8.4',
  swap: 'M3 5.5h9.5M10 2.8l2.7 2.7L10 8.2M13 10.5H3.5M6 7.8 3.3 10.5 6 13.2',
  up: 'M4.5 9.5 8 6l3.5 3.5',
  unknown:
    'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM6.2 6.3a1.8 1.8 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.2M8 11.3v.01',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside words, or in a button with a name; screen readers leave it out. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
