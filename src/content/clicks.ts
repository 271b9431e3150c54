import type { readClicked } from './read-clicked.ts';
import { injected as read } from './read-clicked.ts?injected';
import type { rememberClick } from './remember-click.ts';
import { injected as remember } from './remember-click.ts?injected';

/** What is sent into pages of allowed sites, to know what the menu was opened on. */
export const clickTools = {
  remember: remember as typeof rememberClick,
  read: read as typeof readClicked,
} as const;
