import '../ui/tokens.css';
import '../ui/base.css';
import './sidepanel.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { language, text } from '../platform/text.ts';
import { TextContext } from '../ui/text.ts';
import { SidePanel } from './SidePanel.tsx';

document.documentElement.lang = language();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <TextContext value={text}>
        <SidePanel />
      </TextContext>
    </StrictMode>,
  );
}
