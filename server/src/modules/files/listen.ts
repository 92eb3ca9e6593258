import type { Context } from '../../kernel/context.ts';
import type { Listeners } from '../../kernel/events.ts';
import { fileHeld, fileRemoved } from './events.ts';
import { rescan } from './rescan.ts';
import { discardBytes, sweepOrphans } from './sweep.ts';

export function listen(listeners: Listeners, ctx: Context): void {
  listeners.effect(fileHeld, 'files.rescan', ({ areaCode, fileId }) => rescan(ctx, areaCode, fileId));
  listeners.effect(fileRemoved, 'files.discardBytes', ({ areaCode, ownerId, digest }) =>
    discardBytes(ctx, { varDir: ctx.config.varDir, areaCode, ownerId }, Buffer.from(digest, 'hex')),
  );
  listeners.nightly('files.sweepOrphans', async () => {
    const removed = await sweepOrphans(ctx);
    ctx.log.info({ event: 'files.swept', removed });
  });
}
