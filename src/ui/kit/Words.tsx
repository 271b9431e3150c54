import { type ReactNode, useSyncExternalStore } from 'react';
import type { Reader } from '../../core/base/text.ts';
import { TextContext } from './text.ts';

/** Gives the components within the words of the reader's language, and new ones when the reader chooses another. */
export function Words({ reader, children }: { reader: Reader; children: ReactNode }) {
  const text = useSyncExternalStore(reader.subscribe, reader.text);
  return <TextContext value={text}>{children}</TextContext>;
}
