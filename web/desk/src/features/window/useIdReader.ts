import { useState } from 'react';
import { devicesAreSimulated } from '../../devices/devices.ts';
import { type IdReader, noReader } from '../../devices/id-reader.ts';
import { simulatedCards, simulatedReader } from '../../devices/simulated-id-reader.ts';

/** The reader of this window; simulated, it comes with the choice of what lies on it. */
export function useIdReader(simulated: string): { reader: IdReader; laidOn?: [string, (card: string) => void] } {
  const [card, layOn] = useState('zhou-xiaotang');
  if (!devicesAreSimulated()) return { reader: noReader };
  const reader = simulatedReader(() => simulatedCards[card] ?? { kind: 'unreadable' }, simulated);
  return { reader, laidOn: [card, layOn] };
}
