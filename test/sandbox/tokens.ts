import { randomBytes } from 'node:crypto';
import { type SandboxUser, users } from './users.ts';

export interface Token {
  user: SandboxUser;
  scopes: readonly string[];
  /** When it ends, in milliseconds of the sandbox's clock. */
  expires: number;
}

/** The access tokens of one sandbox: those of the sign-in, and those handed straight to tests. */
export interface Tokens {
  add(value: string, token: Token): void;
  issue(user: SandboxUser['key'], scopes: readonly string[]): string;
  /** The token, if it is known and has not expired. */
  find(value: string): Token | undefined;
  remove(value: string): void;
  expireAll(): void;
}

export function createTokens(now: () => number, seconds: number): Tokens {
  const tokens = new Map<string, Token>();
  return {
    add(value, token) {
      tokens.set(value, token);
    },
    issue(user, scopes) {
      const value = randomBytes(64).toString('base64url');
      tokens.set(value, { user: users[user], scopes, expires: now() + seconds * 1000 });
      return value;
    },
    find(value) {
      const token = tokens.get(value);
      return token && token.expires > now() ? token : undefined;
    },
    remove(value) {
      tokens.delete(value);
    },
    expireAll() {
      tokens.clear();
    },
  };
}
