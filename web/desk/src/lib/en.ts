import type { Words } from './zh.ts';

export const en: Words = {
  offline: 'The network is down. This was not done, and what you typed is still here. Check the network and try again.',
  unreadable: 'The server did not answer properly. This was not done; what you typed is still here. Try again later.',
  trace: (id) => `When asking for help, name ${id}`,
  retry: 'Try again',
  loading: 'Opening, one moment',
};
