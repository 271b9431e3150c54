import type { FormView, ViewForm } from '../core/view/form-view.ts';
import type { At, Effect, Happening, Step } from '../core/view/happening.ts';
import type { LauncherState } from '../core/view/launcher.ts';

/** What a view decides with, from `core/step/step.ts` and `core/view/form.ts`, which are loaded after the first paint. */
export interface Decisions {
  step(state: LauncherState, event: At, formOf: ViewForm): Step;
  formOf: ViewForm;
}

/** The state of a view: what happens goes in, what is to be done comes out. */
export interface ViewStore {
  get(): LauncherState | undefined;
  /** Takes the first state, which can be drawn at once. */
  begin(state: LauncherState): void;
  happen(happening: Happening): void;
  /** The form as it is on screen; undefined where there is none, or it is not loaded yet. */
  formOf(state: LauncherState): FormView | undefined;
  subscribe(listener: () => void): () => void;
}

/**
 * Makes an empty store, which hands its effects to `run`. It draws the first state before it decides anything:
 * happenings wait until there is a state and the decisions are loaded.
 */
export function viewStore(run: (effect: Effect) => void, loading: Promise<Decisions>): ViewStore {
  const listeners = new Set<() => void>();
  const waiting: At[] = [];
  let state: LauncherState | undefined;
  let decisions: Decisions | undefined;

  const set = (next: LauncherState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  /** Decides what waits, in the order in which it happened. */
  const decide = (): void => {
    if (state === undefined || decisions === undefined) return;
    for (let event = waiting.shift(); event !== undefined; event = waiting.shift()) {
      const before: LauncherState = state;
      const next = decisions.step(before, event, decisions.formOf);
      state = next.state;
      for (const effect of next.effects) run(effect);
      if (state !== before) for (const listener of listeners) listener();
    }
  };

  void loading.then((loaded) => {
    decisions = loaded;
    // Drawn anew, with the form.
    if (state !== undefined) set({ ...state });
    decide();
  });

  return {
    get: () => state,
    begin: (first) => {
      set(first);
      decide();
    },
    happen: (happening) => {
      waiting.push({ ...happening, at: Date.now(), freshId: crypto.randomUUID() });
      decide();
    },
    formOf: (of) => decisions?.formOf(of),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
