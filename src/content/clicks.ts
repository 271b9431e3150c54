import type { readClicked } from './read-clicked.ts';
import { injected as read } from './read-clicked.ts?injected';
import type { rememberClick } from './remember-click.ts';
import { injected as remember } from './remember-click.ts?injected';

/** The functions to inject into pages of allowed sites, to know on which element the person opened the context menu. */
export const clickTools = {
  remember: remember as typeof rememberClick,
  read: read as typeof readClicked,
} as const;
