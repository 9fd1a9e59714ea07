// Composition root: styles, the page, and what connects the store to the world around it.

import './styles/reset.css';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { connectAddress } from './app/address.ts';
import { openGivenFiles } from './app/opening/givenFiles.ts';
import { keepWhatIsEntered, restoreDocuments } from './app/opening/keeping.ts';
import { questionsOf } from './app/opening/sessions.ts';
import { whenQuiet } from './app/opening/whenQuiet.ts';
import { warmUp } from './load/client.ts';
import { whenIdle } from './load/whenIdle.ts';
import { holdParts } from './load/workerUrl.ts';
import { savePreferences } from './state/preferences.ts';
import { useStore } from './state/store.ts';
import { preloadAll } from './ui/preloadable.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');

function showTheme(): void {
  document.documentElement.dataset.theme = useStore.getState().preferences.theme;
}
showTheme();
useStore.subscribe(({ preferences }, before) => {
  if (preferences === before.preferences) return;
  showTheme();
  savePreferences(preferences);
});

keepWhatIsEntered();

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

void restoreDocuments().then(() => {
  connectAddress(questionsOf);
  return openGivenFiles();
});

// What the first response will need, once the start screen is there; what the page needs when its server is gone, when nothing is being opened.
whenIdle(() => {
  warmUp();
  preloadAll();
});
whenQuiet(holdParts);
