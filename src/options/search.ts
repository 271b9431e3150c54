import { createContext } from 'react';

/** The searched words in lower case; empty where the person searches for nothing. */
export const SearchContext = createContext('');
