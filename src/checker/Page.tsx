import { Checker } from '../ui/checker/Checker.tsx';
import { useText } from '../ui/kit/text.ts';

/** The checker with what a stranger must know of it. */
export function Page() {
  const text = useText();
  return (
    <main className="checker-page">
      <h1>{text('extensionName')}</h1>
      <h2>{text('checker_title')}</h2>
      <p>{text('checker_intro')}</p>
      <Checker />
    </main>
  );
}
