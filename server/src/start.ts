import type { AddressInfo } from 'node:net';
import { createApp, createListeners } from './app.ts';
import { isEmpty, seedDemo } from './demo.ts';
import type { Config } from './kernel/config.ts';
import { stopBeingReady } from './kernel/http-health.ts';
import { startWorker } from './kernel/worker.ts';
import { open } from './open.ts';

export interface Running {
  /** Where it listens, e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Opens the installation, seeds the demo city into an empty one, starts the worker and listens. Everything it opened is closed by
 * `stop`, in the opposite order. `say` hears what takes time.
 */
export async function start(config: Config, say: (step: string) => void = () => {}): Promise<Running> {
  const installation = await open(config);
  const { ctx, owner } = installation;
  try {
    if (config.mode === 'demo' && (await isEmpty(ctx))) {
      await seedDemo(ctx, owner, say);
      await installation.settle();
    }
    const { jobConcurrency: concurrency, host, port } = config;
    const app = await createApp(ctx);
    await app.listen({ host, port });
    const worker =
      config.jobs === 'inline'
        ? await startWorker({ pool: owner, db: ctx.db, listeners: createListeners(ctx), concurrency, log: ctx.log })
        : undefined;
    return {
      url: `http://${host}:${(app.server.address() as AddressInfo).port}`,
      stop: async () => {
        stopBeingReady();
        await app.close();
        await worker?.stop();
        await installation.close();
      },
    };
  } catch (error) {
    await installation.close();
    throw error;
  }
}
