import { explain } from '../../core/base/explain.ts';
import type { Failure } from '../../core/base/failure.ts';
import { FailureAlert } from '../kit/FailureAlert.tsx';
import { useText } from '../kit/text.ts';

interface LauncherFailureProps {
  failure: Failure;
  support: (() => Promise<string>) | undefined;
}

/** Explains a failure. It stands in a file of its own, because most views that open have nothing to explain. */
export function LauncherFailure({ failure, support }: LauncherFailureProps) {
  const text = useText();
  return <FailureAlert {...explain(failure, text)} support={support} />;
}
