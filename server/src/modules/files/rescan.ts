import type { Context } from '../../kernel/context.ts';
import { inTx } from '../../kernel/db.ts';
import { emit } from '../../kernel/events.ts';
import { contentOf } from './content.ts';
import { fileScanned } from './events.ts';
import { openScan } from './scan.ts';
import { findFile, setFileState } from './store.ts';

/** Has a held file scanned; throws when the scanner is still away, so that the queue asks again later. */
export async function rescan(ctx: Context, areaCode: number, fileId: string): Promise<void> {
  const file = await findFile(ctx.db, areaCode, fileId);
  if (file?.state !== 'held') return;
  const scan = openScan(ctx.config.scannerUrl);
  try {
    for await (const chunk of await contentOf(ctx, file)) await scan.write(chunk);
    const verdict = await scan.verdict();
    if (verdict === 'unknown') throw new Error('the virus scanner does not answer');
    const state = verdict === 'clean' ? 'clean' : 'refused';
    await inTx(ctx.db, async (tx) => {
      await setFileState(tx, areaCode, fileId, state);
      await emit(tx, fileScanned, { areaCode, fileId, ownerId: file.owner_id, state });
    });
  } finally {
    scan.close();
  }
}
