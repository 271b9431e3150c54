/** How deep a text may nest; what lies deeper is left unread. */
const deepest = 60;

/** A text and a place in it, for readers that no grammar is kept for. */
export abstract class Scanner {
  protected readonly text: string;
  protected at = 0;
  /** Whether the text ended within brackets or a string. */
  isCut = false;
  /** How deep the place is nested in the whole text. */
  protected depth: number;

  constructor(text: string, depth = 0) {
    this.text = text;
    this.depth = depth;
  }

  /** Reads what is nested one deeper. Too deep, the text ends here. */
  protected deeper<Value>(read: () => Value): Value | undefined {
    if (this.depth > deepest) {
      this.at = this.text.length;
      return undefined;
    }
    this.depth += 1;
    const value = read();
    this.depth -= 1;
    return value;
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
