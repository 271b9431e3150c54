import { randomBytes } from 'node:crypto';
import { type SandboxUser, users } from './users.ts';

export interface Token {
  user: SandboxUser;
  scopes: readonly string[];
  /** When it ends, in milliseconds of the sandbox's clock. */
  expires: number;
  /** When it ends if nothing is asked with it any more. */
  idles?: number;
}

/** The access tokens of one sandbox: those of the sign-in, and those handed straight to tests. */
export interface Tokens {
  add(value: string, token: Token): void;
  issue(user: SandboxUser['key'], scopes: readonly string[]): string;
  /** The token, if it is known and has not ended; to be used, which puts off its idle end. */
  use(value: string, options: { preserveIdle: boolean }): Token | undefined;
  remove(value: string): void;
  expireAll(): void;
}

export function createTokens(now: () => number, seconds: number, idleSeconds = seconds): Tokens {
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
    use(value, { preserveIdle }) {
      const token = tokens.get(value);
      if (token === undefined || token.expires <= now()) return undefined;
      if (token.idles !== undefined && token.idles <= now()) return undefined;
      const idles = Math.min(token.expires, now() + idleSeconds * 1000);
      if (!preserveIdle || token.idles === undefined) token.idles = idles;
      return token;
    },
    remove(value) {
      tokens.delete(value);
    },
    expireAll() {
      tokens.clear();
    },
  };
}
