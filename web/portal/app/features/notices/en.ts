import type { Words } from './zh.ts';

export const en: Words = {
  title: 'Messages',
  unread: (n) => (n >= 100 ? 'More than 100 not read' : `${n} not read`),
  allRead: 'All read.',
  none: 'No messages. You are told here when a case moves on.',
  isNew: 'new',
  toCase: 'See the case',
  markRead: 'Mark as read',
};
