/** The embedded PostgreSQL: made on first use, shared by the commands that run at once, stopped by the last of them. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrCreate, openCluster } from './postgres-cluster.mjs';
import { findRunning, launch, shutDown } from './postmaster.mjs';
import { varDir } from './runtime.mjs';
import { failed } from './say.mjs';
import { comeIn, goOut, inTurn, isAlive } from './turns.mjs';

/** @typedef {import('./postgres-cluster.mjs').Cluster} Cluster */
/** @typedef {{ url: string, stop: () => Promise<void> }} Database */

/**
 * Starts the cluster in `dir`, or joins the one that runs there. An ephemeral one is new, and gone after `stop`.
 * The address is the owner's: whoever is given it migrates, and makes the roles with fewer rights.
 * @param {{ dir?: string, ephemeral?: boolean }} [options] @returns {Promise<Database>}
 */
export async function startPostgres({ dir = join(varDir(), 'postgres'), ephemeral = false } = {}) {
  try {
    if (ephemeral) await removeAbandoned();
    const cluster = openCluster(ephemeral ? fs.mkdtempSync(join(tmpdir(), `tongban-postgres-${process.pid}-`)) : dir);
    const url = await inTurn(cluster.home, () => enter(cluster));
    return {
      url,
      async stop() {
        await inTurn(cluster.home, () => leave(cluster));
        if (ephemeral) remove(cluster);
      },
    };
  } catch (error) {
    throw failed('数据库没有启动', 'The database did not start', error);
  }
}

/** @param {Cluster} cluster */
async function enter(cluster) {
  try {
    const url = (await findRunning(cluster)) ?? (await launch(cluster, await findOrCreate(cluster)));
    comeIn(cluster.home);
    return url;
  } catch (error) {
    await leave(cluster);
    throw error;
  }
}

/** @param {Cluster} cluster */
async function leave(cluster) {
  if (goOut(cluster.home)) await shutDown(cluster);
}

/** @param {Cluster} cluster */
function remove({ home, place }) {
  for (const folder of [home, place]) fs.rmSync(folder, { recursive: true, force: true });
}

/** Ephemeral clusters of runs that were killed: their servers would live on for ever. */
async function removeAbandoned() {
  for (const name of fs.readdirSync(tmpdir())) {
    const owner = Number(name.match(/^tongban-postgres-(\d+)-/)?.[1]);
    const home = join(tmpdir(), name);
    if (!owner || isAlive(owner) || fs.statSync(home).uid !== process.getuid?.()) continue;
    const cluster = openCluster(home);
    await shutDown(cluster);
    remove(cluster);
  }
}
