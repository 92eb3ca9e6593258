export { actOnCase } from './act.ts';
export { discardDraft, saveDraft, startCase } from './draft.ts';
export { caseMoved } from './events.ts';
export { listen } from './listen.ts';
export { addUpload, readFileOf, removeUpload } from './materials.ts';
export { myCases } from './queue.ts';
export { submitCase } from './submit.ts';
export { myCase } from './view.ts';
