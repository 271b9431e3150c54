import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ConversationAnswer,
  type Leg,
  type Participant,
  readListing,
} from '../../src/core/conversation/answer.ts';
import { conversationsRequest, readConversations } from '../../src/core/conversation/request.ts';
import { callApi } from './api-caller.ts';
import type { ConversationEntity, ParticipantEntity } from './conversation-entity.ts';
import { conversationSamples } from './conversations.ts';
import { officialConversations } from './official-client.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';
import { type UserKey, users } from './users.ts';

type Medium = 'calls' | 'callbacks' | 'messages' | 'chats' | 'emails' | 'socialExpressions';
type LegEntity = NonNullable<ParticipantEntity[Medium]>[number];
type KeysOf<Union> = Union extends unknown ? keyof Union : never;

type Unpublished =
  | Exclude<keyof ConversationAnswer, keyof ConversationEntity>
  | Exclude<keyof Participant, keyof ParticipantEntity>
  | Exclude<keyof Leg, KeysOf<LegEntity>>;

// What is read under a name that no published model has does not compile.
const unpublished: readonly never[] = [] as readonly Unpublished[];

const path = '/api/v2/conversations';
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerMinute: 1000 });
});

afterAll(() => sandbox.close());

const ask = (user: UserKey, where = path, scopes = ['conversations:readonly']) =>
  callApi(sandbox, where, { token: sandbox.issueToken(user, scopes) });

describe('who may read conversations', () => {
  test.each([
    [['conversations:readonly'], 200],
    [['conversations'], 200],
    [['architect', 'user-basic-info'], 403],
  ])('a token with the scopes %j is answered with %i', async (scopes, status) => {
    const answer = await ask('agent', path, scopes);
    expect([answer.status, answer.body.code]).toEqual([
      status,
      status === 200 ? undefined : 'app.not.authorized.for.scope',
    ]);
  });

  test('a user sees their own, and one by its id only with the permission', async () => {
    const [mine] = sandbox.setConversations('agent', ['inboundCall']);
    expect((await ask('author')).body.total).toBe(0);
    expect((await ask('agent')).body.entities).toEqual([mine]);
    expect((await ask('agent', `${path}/${mine?.id}`)).body.code).toBe('missing.any.permissions');
    expect((await ask('author', `${path}/${mine?.id}`)).body).toEqual(mine);
    expect((await ask('author', `${path}/${sandbox.clientId}`)).body.code).toBe('not.found');
  });
});

test('our request is the one of the official client', async () => {
  await officialConversations(sandbox, 'agent').getConversations();
  const theirs = sandbox.requests().at(-1);
  const ours = conversationsRequest({ api: sandbox.url, login: sandbox.url, apps: undefined });
  expect([ours.method, ours.url]).toEqual([theirs?.method, `${sandbox.url}${theirs?.path}`]);
  expect(theirs?.query).toBe('');
});

describe('our reading equals the model of the official client, field by field', () => {
  /** `participants[].calls[].state`: every field that is read in one of the samples. */
  const fields = new Set<string>();
  const pairs = new Map<string, { ours: unknown; theirs: unknown }>();

  beforeAll(async () => {
    for (const sample of conversationSamples) {
      sandbox.setConversations('agent', [sample]);
      const [theirs] =
        (await officialConversations(sandbox, 'agent').getConversations()).entities ?? [];
      const body = JSON.parse((await ask('agent')).text);
      const [ours] = readListing(body)?.conversations ?? [];
      pairs.set(sample, { ours: plain(ours), theirs: plain(theirs) });
      for (const field of fieldsIn(ours)) fields.add(field);
    }
    expect(unpublished).toEqual([]);
    expect(fields.size).toBeGreaterThan(50);
  });

  test.each(conversationSamples)('%s', (sample) => {
    const { ours, theirs } = pairs.get(sample) ?? {};
    expect(ours).toBeDefined();
    expect(ours).toEqual(only(theirs, fields));
  });
});

test.each<[string, Parameters<Sandbox['arm']>[0], string]>([
  [
    'the scope is missing',
    { status: 403, json: { code: 'app.not.authorized.for.scope' } },
    'conversations-scope-missing',
  ],
  [
    'the user may not',
    { status: 403, json: { code: 'not.authorized' } },
    'conversations-not-allowed',
  ],
  ['there is nothing', { status: 404, json: { code: 'not.found' } }, 'conversations-not-read'],
  ['too many requests', { status: 429, json: {} }, 'conversations-rate-limited'],
  ['the server fails', { status: 503 }, 'conversations-not-read'],
  ['a proxy answers', { html: true }, 'proxy-answered'],
  ['the answer is cut', { invalidJson: true }, 'conversations-not-read'],
  ['the answer is no listing', { json: { entities: 7 } }, 'conversations-not-read'],
])('where %s, reading fails and says so', async (_, armed, code) => {
  sandbox.arm({ match: { path }, ...armed });
  const response = await fetch(`${sandbox.url}${path}`);
  const body = await response.text();
  const answer = { status: response.status, headers: {}, body, cut: false };
  expect(readConversations(answer, users.agent.id)).toMatchObject({ ok: false, failure: { code } });
});

/** Every field with a value in it, as a path in which all entries of a list are one. */
function fieldsIn(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldsIn(one, `${at}[]`));
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [at];
  return Object.entries(value).flatMap(([name, one]) => fieldsIn(one, `${at}.${name}`));
}

/** What of a value lies at one of the paths, or within one. */
function only(value: unknown, wanted: ReadonlySet<string>, at = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => only(one, wanted, `${at}[]`));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) =>
    [...wanted].some(
      (path) => `${path}.`.startsWith(`${at}.${name}.`) || path.startsWith(`${at}.${name}[`),
    ),
  );
  return Object.fromEntries(kept.map(([name, one]) => [name, only(one, wanted, `${at}.${name}`)]));
}

/** As JSON has it: without what is undefined. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
