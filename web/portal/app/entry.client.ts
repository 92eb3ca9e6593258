import { enhance } from '@tongban/ui/enhance.ts';
import { autosave } from './scripts/autosave.ts';
import { upload } from './scripts/upload.ts';

/** All the script there is, for the few pages that ask for it: they work without, and here they gain saving while one types and progress. */
enhance(document);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-enhance="autosave"]')) autosave(form);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-enhance="upload"]')) upload(form);
