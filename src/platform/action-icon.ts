/** Pictures of the toolbar button; drawn by scripts/icons.ts. */
export type ActionIcon = 'plain' | 'running' | 'unknown' | 'production';

const sizes = [16, 24, 32];

/** Shows a picture on the toolbar button. */
export function showActionIcon(icon: ActionIcon): Promise<void> {
  const prefix = icon === 'plain' ? '' : `${icon}-`;
  const path = Object.fromEntries(sizes.map((size) => [size, `/icons/${prefix}${size}.png`]));
  return chrome.action.setIcon({ path });
}
