import type { OffsetAt } from '../core/form/value.ts';
import type { FormView } from '../core/view/form-view.ts';
import type { At, Effect, Happening } from '../core/view/happening.ts';
import type { LauncherState } from '../core/view/launcher.ts';
import { step, type ViewForm } from '../core/view/step.ts';
import { offsetAt } from '../platform/clock.ts';

/** The state of a view: what happens goes in, what is to be done comes out. */
export interface ViewStore {
  get(): LauncherState | undefined;
  /** Takes the first state; what happened before waits for it. */
  begin(state: LauncherState): void;
  happen(happening: Happening): void;
  /** Takes what derives the form, once it was loaded. */
  loadForm(formViews: (offsetAt: OffsetAt) => NonNullable<ViewForm>): void;
  /** The form as it is on screen; undefined where there is none, or it is not loaded yet. */
  formOf(state: LauncherState): FormView | undefined;
  subscribe(listener: () => void): () => void;
}

/** Makes an empty store, which hands its effects to `run`. */
export function viewStore(run: (effect: Effect) => void): ViewStore {
  const listeners = new Set<() => void>();
  const early: Happening[] = [];
  let state: LauncherState | undefined;
  let formOf: ViewForm;

  const happen = (happening: Happening): void => {
    if (state === undefined) {
      early.push(happening);
      return;
    }
    const at: At = { ...happening, at: Date.now(), freshId: crypto.randomUUID() };
    const before: LauncherState = state;
    const next = step(before, at, formOf);
    state = next.state;
    for (const effect of next.effects) run(effect);
    if (state !== before) for (const listener of listeners) listener();
  };

  return {
    get: () => state,
    begin: (first) => {
      state = first;
      for (const listener of listeners) listener();
      for (const happening of early.splice(0)) happen(happening);
    },
    happen,
    loadForm: (formViews) => {
      formOf = formViews(offsetAt);
      happen({ type: 'form-loaded' });
      for (const listener of listeners) listener();
    },
    formOf: (of) => formOf?.(of),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
