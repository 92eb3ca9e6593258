export { actOnCase } from './act.ts';
export { saveDraft, startCase } from './draft.ts';
export { listen } from './listen.ts';
export { addUpload, removeUpload } from './materials.ts';
export { myCases } from './queue.ts';
export { submitCase } from './submit.ts';
export { myCase } from './view.ts';
