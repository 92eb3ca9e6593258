export { notify } from './notify.ts';
export type { NoticeKind } from './zh.ts';
