import '../ui/kit/tokens.css';
import '../ui/kit/base.css';
import './sidepanel.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openReader } from '../launcher/appearance.ts';
import { Words } from '../ui/kit/Words.tsx';
import { SidePanel } from './SidePanel.tsx';

void openReader().then((reader) => {
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <Words reader={reader}>
        <SidePanel />
      </Words>
    </StrictMode>,
  );
});
