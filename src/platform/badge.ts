/** As `--accent` and `--warn` in ui/tokens.css, which the toolbar cannot read. */
const colours = { busy: '#4f4fd0', warn: '#8a5300' } as const;

export interface Badge {
  /** Four characters at most are shown. Empty: no badge. */
  text: string;
  tone: keyof typeof colours;
  /** What the toolbar button says when it is pointed at. */
  title: string;
}

/** Shows a mark on the toolbar button. */
export async function showBadge({ text, tone, title }: Badge): Promise<void> {
  await chrome.action.setBadgeBackgroundColor({ color: colours[tone] });
  await chrome.action.setBadgeTextColor({ color: '#ffffff' });
  await chrome.action.setBadgeText({ text });
  await chrome.action.setTitle({ title });
}
