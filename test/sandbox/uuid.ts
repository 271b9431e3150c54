import { createHash } from 'node:crypto';

/** A UUID that depends on the seed alone, so that ids are the same on every machine and run. */
export function uuid(seed: string): string {
  const hex = createHash('sha256').update(`kickoff sandbox ${seed}`).digest('hex');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
