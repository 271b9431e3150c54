import '../ui/kit/tokens.css';
import '../ui/kit/base.css';
import './options.css';
import './fields/fields.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openReader } from '../launcher/appearance.ts';
import { Words } from '../ui/kit/Words.tsx';
import { Options } from './Options.tsx';

void openReader().then((reader) => {
  document.title = reader.text()('extensionName');
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <Words reader={reader}>
        <Options />
      </Words>
    </StrictMode>,
  );
});
