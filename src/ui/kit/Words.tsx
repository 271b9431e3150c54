import { type ReactNode, useSyncExternalStore } from 'react';
import type { Reader } from '../../core/base/text.ts';
import { TextContext } from './text.ts';

/** Everything within speaks the reader's language, at once when they choose another. */
export function Words({ reader, children }: { reader: Reader; children: ReactNode }) {
  const text = useSyncExternalStore(reader.subscribe, reader.text);
  return <TextContext value={text}>{children}</TextContext>;
}
