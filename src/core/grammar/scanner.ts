/** A text and a place in it, for readers that no grammar is kept for. */
export abstract class Scanner {
  protected readonly text: string;
  protected at = 0;
  /** Whether the text ended within brackets or a string. */
  isCut = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether the text ends here, where something is still open. */
  protected isEnded(): boolean {
    if (this.at < this.text.length) return false;
    this.isCut = true;
    return true;
  }

  /** What a sticky pattern matches here. */
  protected peek(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0];
  }

  /** The same, passed over; `undefined` where it matches nothing. */
  protected take(pattern: RegExp): string | undefined {
    const taken = this.peek(pattern);
    if (taken === undefined || taken === '') return undefined;
    this.at += taken.length;
    return taken;
  }
}
