import type { PartProblem } from '../../core/base/lenient.ts';
import { inKey } from '../../core/base/text.ts';
import { useText } from '../../ui/kit/text.ts';

/** The parts of a policy or a file that do not fit the schema: what is wrong with each, and what is left out. */
export function PartProblems({ problems }: { problems: readonly PartProblem[] }) {
  const text = useText();
  return (
    <ul className="findings">
      {problems.map(({ path, reason, detail = '', leftOut }) => (
        <li key={`${path} ${reason} ${detail}`}>
          <code>{path}</code> {text(`part_${inKey(reason)}`, { detail })}{' '}
          {leftOut && leftOut !== path && text('part_left_out', { part: leftOut })}
        </li>
      ))}
    </ul>
  );
}
