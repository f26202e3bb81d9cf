import './trusted-types/default-policy.ts';
import './trusted-types/inert-document.ts';
import './theme/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Backoffice } from './backoffice.tsx';
import { watchForMissingParts } from './kit/missing-part.ts';

watchForMissingParts();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Backoffice />
    </StrictMode>,
  );
