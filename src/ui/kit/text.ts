import { createContext, useContext } from 'react';
import type { Text } from '../../core/base/text.ts';

/** The words of the reader's language. Without a provider, components show the names of the messages. */
export const TextContext = createContext<Text>((key) => key);

/** The function that turns a message's name into words; see {@link Text}. */
export function useText(): Text {
  return useContext(TextContext);
}
