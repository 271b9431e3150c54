import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What the authorization server remembers, in memory, apart for every sandbox. */
export interface LoginStore {
  adapter(model: string): Adapter;
  /** Ends the login session of a browser, by the value of its cookie, or every one. */
  endSession(id?: string): void;
}

/** Lives are not enforced here: no test lasts as long as the shortest of them, a code's minute. */
export function createLoginStore(): LoginStore {
  const models = new Map<string, Map<string, AdapterPayload>>();
  const records = (model: string) => {
    const known = models.get(model) ?? new Map<string, AdapterPayload>();
    models.set(model, known);
    return known;
  };

  return {
    adapter: (model) => adapterFor(records(model)),
    endSession(id) {
      if (id === undefined) records('Session').clear();
      else records('Session').delete(id);
    },
  };

  function adapterFor(own: Map<string, AdapterPayload>): Adapter {
    const findBy = (field: 'uid' | 'userCode', value: string) =>
      [...own.values()].find((payload) => payload[field] === value);
    return {
      upsert: async (id, payload) => void own.set(id, payload),
      find: async (id) => own.get(id),
      findByUid: async (uid) => findBy('uid', uid),
      findByUserCode: async (code) => findBy('userCode', code),
      destroy: async (id) => void own.delete(id),
      async consume(id) {
        const payload = own.get(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      async revokeByGrantId(grantId) {
        for (const [id, payload] of own) if (payload.grantId === grantId) own.delete(id);
      },
    };
  }
}
