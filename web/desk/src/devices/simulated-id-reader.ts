import type { CardRead, IdReader } from './id-reader.ts';

/** Cards to lay on the simulated reader. Nobody is behind them: numbers that begin with 69 are assigned to no one. */
export const simulatedCards: Readonly<Record<string, CardRead>> = {
  'zhou-xiaotang': {
    kind: 'card',
    card: { name: '示例·周小棠', idNumber: '690102199103080021', validTo: '2036-03-08' },
  },
  newcomer: { kind: 'card', card: { name: '示例·初来者', idNumber: '690102198803120018', validTo: null } },
  expired: { kind: 'card', card: { name: '示例·旧证件', idNumber: '690103197509080029', validTo: '2025-09-08' } },
  unreadable: { kind: 'unreadable' },
  foreign: { kind: 'foreign' },
};

/** Reads whatever card was laid on it. */
export const simulatedReader = (laidOn: () => CardRead, label: string): IdReader => ({
  connected: true,
  label,
  read: () => Promise.resolve(laidOn()),
});
