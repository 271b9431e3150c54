import '../ui/tokens.css';
import '../ui/base.css';
import './options.css';
import './fields.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { language, text } from '../platform/text.ts';
import { TextContext } from '../ui/text.ts';
import { Options } from './Options.tsx';

document.documentElement.lang = language();
document.title = text('extensionName');

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <TextContext value={text}>
        <Options />
      </TextContext>
    </StrictMode>,
  );
}
