import '../ui/kit/tokens.css';
import '../ui/kit/base.css';
import './popup.css';
import { firstFrame } from './first-frame.ts';

// What the page itself draws is shown first. What the launcher wants a moment later, to fill a form from
// the page, is fetched beside it, not after it.
void firstFrame().then(() => {
  void import('./start.tsx').then(({ start }) => start());
  void import('../ui/form/ChosenFlowForm.tsx');
});
