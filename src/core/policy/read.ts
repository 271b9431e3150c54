import { done, failed, type Outcome } from '../base/failure.ts';
import type { PolicySchema } from './check.ts';
import type { Decoded } from './decode.ts';
import type { PolicyFile } from './file.ts';
import { fromJson } from './json-form.ts';
import { fromProfile, isPropertyList } from './profile-form.ts';
import { isRegistryFile } from './registry-file.ts';
import { fromRegistry } from './registry-form.ts';
import { fromScript, isPolicyScript } from './script-form.ts';

/**
 * In characters: ten times the largest policy that we could think of.
 *
 * @internal exported for its test
 */
export const largestPolicy = 2_000_000;

/**
 * Reads a policy; its text shows in which form it is.
 *
 * Fails with `policy-too-large`, `policy-empty`, or as the reader of its form does.
 */
export function readPolicyFile(decoded: Decoded, schema: PolicySchema): Outcome<PolicyFile> {
  const { text } = decoded;
  if (text.length > largestPolicy) return failed('policy-too-large', { most: largestPolicy / 1e6 });
  if (text.trim() === '') return failed('policy-empty');
  if (isRegistryFile(text)) return fromRegistry(text, schema);
  if (isPropertyList(text)) return fromProfile(text);
  if (isPolicyScript(text)) return done(fromScript(text, schema));
  return fromJson(decoded, schema);
}
