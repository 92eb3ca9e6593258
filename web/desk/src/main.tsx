import './lib/older-browsers.ts';
import '@tongban/ui/tokens.css';
import '@tongban/ui/case.css';
import '@tongban/ui/lists.css';
import '@tongban/ui/form.css';
import '@tongban/ui/parts.css';
import './app/base.css';
import './app/shell.css';
import './case/case-parts.css';
import { createRoot } from 'react-dom/client';
import { Desk } from './app/Desk.tsx';

const place = document.getElementById('desk');
if (place) createRoot(place).render(<Desk />);
