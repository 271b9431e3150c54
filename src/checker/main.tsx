import '../ui/kit/tokens.css';
import '../ui/kit/base.css';
import './page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { TextContext } from '../ui/kit/text.ts';
import { Page } from './Page.tsx';
import { readersWords } from './words.ts';

// The checker as a page of its own, without the extension: it asks nothing of any server.
const { language, text } = await readersWords(navigator.languages);
document.documentElement.lang = language;
document.title = text('checker_title');
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <TextContext value={text}>
        <Page />
      </TextContext>
    </StrictMode>,
  );
}
