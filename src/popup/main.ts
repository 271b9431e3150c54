import '../ui/tokens.css';
import '../ui/base.css';
import './popup.css';
import { firstFrame } from './first-frame.ts';

// What the page itself draws is shown first; `start.tsx` puts the launcher in its place. What that
// wants a moment later, to fill a form from the page, is fetched beside it, not after it.
void firstFrame().then(() => {
  void import('./start.tsx');
  void import('../ui/ChosenFlowForm.tsx');
  void import('../content/page-reader.ts');
  void import('../core/page-context.ts');
});
