/** Characters. A launch is a few kilobytes; ten times what the largest answer should be. */
export const longestPaste = 1_000_000;
