export { listNotices, readNotice } from './inbox.ts';
export { notify } from './notify.ts';
export type { NoticeKind } from './zh.ts';
