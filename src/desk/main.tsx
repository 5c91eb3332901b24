/** The desk starts here: palette, nonce, providers, router. */
import { createRoot } from 'react-dom/client';
import { DeskApp } from './desk-app.tsx';
import { applyAppearance } from './theme/appearance.ts';

applyAppearance();
const root = document.getElementById('desk');
if (root === null) throw new Error('index.html has no #desk');
createRoot(root).render(<DeskApp />);
