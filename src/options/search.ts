import { createContext } from 'react';

/** What is searched for, in lower case; empty where nothing is. */
export const SearchContext = createContext('');
