import type { MessageKey } from '../../core/base/text.ts';
import type { Remark } from '../../core/policy/file.ts';
import type { JudgedPart } from '../../core/policy/judge.ts';
import {
  contradictionText,
  outlookText,
  problemText,
  remarkText,
} from '../../core/policy/words.ts';
import { Notice, type Tone } from '../../ui/kit/Notice.tsx';
import { useText } from '../../ui/kit/text.ts';

/** What Kickoff makes of a part of a policy, in the words of `npm run check-policy`. */
export function PolicyJudgement({ part }: { part: JudgedPart }) {
  const text = useText();
  const { check, contradictions, outlook, isGood } = part;
  const told = (isNote: boolean) =>
    contradictions
      .filter((each) => each.isNote === isNote)
      .map((each) => contradictionText(each, text));
  const problem = (each: (typeof check.withheld)[number]) => problemText(each, text);
  return (
    <>
      {isGood && <Notice tone="good">{text('policy_all_counts')}</Notice>}
      <Told title="policy_title_withheld" tone="bad" lines={check.withheld.map(problem)} />
      <Told title="policy_title_ignored" tone="bad" lines={check.policy.problems.map(problem)} />
      <Told title="policy_title_contradictions" tone="bad" lines={told(false)} />
      <Told title="policy_title_notes" tone="warn" lines={told(true)} />
      <Told
        title="policy_title_outlook"
        tone="info"
        lines={outlook.map((each) => outlookText(each, text))}
      />
    </>
  );
}

/** The notes on the file itself, its faults first. */
export function FileRemarks({ remarks }: { remarks: readonly Remark[] }) {
  const text = useText();
  const told = (isFault: boolean) =>
    remarks.filter((each) => each.isFault === isFault).map((each) => remarkText(each, text));
  return (
    <>
      <Told title="policy_title_file" tone="bad" lines={told(true)} />
      <Told title="policy_title_notes" tone="warn" lines={told(false)} />
    </>
  );
}

interface ToldProps {
  title: Extract<MessageKey, `policy_title_${string}`>;
  tone: Tone;
  lines: readonly string[];
}

function Told({ title, tone, lines }: ToldProps) {
  const text = useText();
  if (lines.length === 0) return null;
  return (
    <Notice tone={tone} title={text(title)}>
      <ul className="findings">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}
