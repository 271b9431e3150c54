/** A part of an address, decoded; as it stands where it holds a `%` that begins no escape. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A value of a form that is sent as one line, decoded: `+` is a space, and a `%` that begins no escape stays. */
export function formDecoded(text: string): string {
  return new URLSearchParams(`a=${text}`).get('a') ?? text;
}
