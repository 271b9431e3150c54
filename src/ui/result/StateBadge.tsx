import './result.css';
import type { LaunchState } from '../../core/launch/launch.ts';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { Spinner } from '../kit/Spinner.tsx';
import { useText } from '../kit/text.ts';

/** A `busy` state has a spinner, the others an icon each, because many people cannot tell colours apart. */
const looks: Record<LaunchState, { tone: string; icon: IconName | 'busy' }> = {
  sending: { tone: 'busy', icon: 'busy' },
  launched: { tone: 'busy', icon: 'busy' },
  running: { tone: 'busy', icon: 'busy' },
  completed: { tone: 'good', icon: 'check' },
  failed: { tone: 'bad', icon: 'cross' },
  error: { tone: 'bad', icon: 'alert' },
  terminated: { tone: 'still', icon: 'stop' },
  refused: { tone: 'bad', icon: 'stop' },
  unknown: { tone: 'warn', icon: 'unknown' },
};

/** The state of a launch. `still`: Kickoff no longer follows it, so nothing spins. */
export function StateBadge({ state, still = false }: { state: LaunchState; still?: boolean }) {
  const text = useText();
  const { tone, icon } = looks[state];
  return (
    <span className={`state state-${tone}`}>
      {icon !== 'busy' ? <Icon name={icon} /> : still ? <Icon name="clock" /> : <Spinner />}
      {text(`state_${state}`)}
    </span>
  );
}
