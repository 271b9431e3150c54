import { Question } from '../kit/Question.tsx';
import { useText } from '../kit/text.ts';

interface AskAgainProps {
  flowName: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before the person repeats a launch of which Kickoff does not know whether it happened. */
export function AskAgain({ flowName, ...answers }: AskAgainProps) {
  const text = useText();
  return (
    <Question
      question={text('again_question', { flow: flowName })}
      yes={{ label: text('again_yes'), icon: 'redo' }}
      no={{ label: text('again_no'), variant: 'primary' }}
      {...answers}
    />
  );
}
