import type { Listeners } from '../../kernel/events.ts';
import { itemPublished } from '../catalogue/public.ts';
import { indexItem } from './service.ts';

/** A withdrawn item keeps its phrases: what is not in force at a place is not shown there anyway. */
export function listen(listeners: Listeners): void {
  listeners.on(itemPublished, 'guidance.indexItem', async (tx, { versionId }) => indexItem(tx, versionId));
}
