import type { TestProject } from 'vitest/node';
import { startWorld, type World } from './world.ts';

declare module 'vitest' {
  interface ProvidedContext {
    world: Omit<World, 'stop'>;
  }
}

/** One world for all journeys: each has people of its own, so none disturbs another. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...world } = await startWorld();
  project.provide('world', world);
  return stop;
}
