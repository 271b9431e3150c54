import type { LaunchStart } from '../../core/launch/request.ts';
import { launchSubject } from '../../core/launch/subject.ts';
import { Question } from '../kit/Question.tsx';
import { useText } from '../kit/text.ts';

interface ConfirmLaunchProps {
  start: LaunchStart;
  /** The name of the connection. */
  connection: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before a launch in production; the question names the flow and the customer. */
export function ConfirmLaunch({ start, connection, ...answers }: ConfirmLaunchProps) {
  const text = useText();
  const customer = launchSubject(start.inputData);
  const params = { flow: start.flowName, connection, customer: customer ?? '' };
  return (
    <Question
      question={
        customer === undefined
          ? text('confirm_launch_question', params)
          : text('confirm_launch_question_for', params)
      }
      yes={{ label: text('confirm_launch_yes'), variant: 'primary', icon: 'play' }}
      no={{ label: text('confirm_launch_no') }}
      {...answers}
    />
  );
}
