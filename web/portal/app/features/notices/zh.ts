export const zh = {
  title: '消息',
  unread: (n: number) => (n >= 100 ? '有 100 条以上没有读过' : `有 ${n} 条没有读过`),
  allRead: '都读过了。',
  none: '没有新消息。办件有进展时，这里会告诉您。',
  isNew: '未读',
  toCase: '查看办件',
  markRead: '标为已读',
};

export type Words = typeof zh;
