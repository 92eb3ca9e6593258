import type { Readable } from 'node:stream';
import type { Actor } from '../../kernel/actor.ts';
import { legalNow } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import type { Db, Tx } from '../../kernel/db.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { limits } from '../../kernel/limits.ts';
import { requestProblems } from '../../kernel/problem.ts';
import { contentOf } from './content.ts';
import type { FileState } from './contract.ts';
import { sizeOnDisk } from './disk.ts';
import { fileErrors } from './errors.ts';
import { fileHeld, fileRemoved } from './events.ts';
import type { ReceivedUpload } from './receive.ts';
import {
  deleteKey,
  eraseFilesOf,
  type FileRecord,
  filesOf,
  findFile,
  insertFile,
  lockKey,
  markRemoved,
} from './store.ts';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly pages: number | null;
  readonly state: FileState;
  readonly createdAt: Date;
}

/** A file on its way to somebody who may see it. */
export interface OpenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly stream: Readable;
}

/** Makes a received file part of its owner; returns its id. Only now does anything refer to the bytes. */
export async function recordUpload(tx: Tx, received: ReceivedUpload, actor: Actor): Promise<string> {
  const { place, digest, size, mediaType, name, pages, state } = received;
  const { areaCode, ownerId } = place;
  if (actor.kind === 'anonymous') throw requestProblems.signInRequired();
  const key = await lockKey(tx, areaCode, ownerId);
  if (key === undefined || (await sizeOnDisk(place, digest)) === undefined) throw fileErrors.notKept();
  const beside = await filesOf(tx, areaCode, ownerId);
  if (beside.reduce((sum, file) => sum + file.size, size) > limits.uploads.bytesPerOwner)
    throw fileErrors.tooMuch(limits.uploads.bytesPerOwner);
  const id = newId(areaCode);
  await insertFile(tx, {
    area_code: areaCode,
    id,
    owner_id: ownerId,
    digest,
    size,
    media_type: mediaType,
    name,
    pages,
    state,
    created_at: await legalNow(tx),
    created_by_kind: actor.kind,
    created_by_id: actor.kind === 'system' ? actor.name : actor.id,
    removed_at: null,
  });
  if (state === 'held') await emit(tx, fileHeld, { areaCode, fileId: id });
  return id;
}

/** The files of a draft or case, in the order in which they were handed in. */
export async function listFilesOf(db: Db, areaCode: number, ownerId: string): Promise<StoredFile[]> {
  return (await filesOf(db, areaCode, ownerId)).map(present);
}

/** Opens a file for whoever the caller has found may see it. Bytes that were changed on the disk do not come out. */
export async function openFile(ctx: Context, areaCode: number, id: string): Promise<OpenFile> {
  const file = await getFile(ctx.db, areaCode, id);
  if (file.state === 'held') throw fileErrors.held();
  if (file.state === 'refused') throw fileErrors.refused();
  return { name: file.name, mediaType: file.media_type, size: file.size, stream: await contentOf(ctx, file) };
}

/** Takes a file out of a draft. What was submitted stays: the caller knows which is which. */
export async function removeFile(tx: Tx, areaCode: number, id: string): Promise<void> {
  const file = await getFile(tx, areaCode, id);
  await markRemoved(tx, areaCode, id, await legalNow(tx));
  await emit(tx, fileRemoved, { areaCode, ownerId: file.owner_id, digest: file.digest.toString('hex') });
}

/** Destroys an owner's key and what the rows tell of its files: nobody can read them again, not even from a backup of the disk. */
export async function forgetFiles(tx: Tx, areaCode: number, ownerId: string): Promise<void> {
  await eraseFilesOf(tx, areaCode, ownerId, await legalNow(tx));
  await deleteKey(tx, areaCode, ownerId);
}

async function getFile(db: Db, areaCode: number, id: string): Promise<FileRecord> {
  const file = await findFile(db, areaCode, id);
  if (!file) throw fileErrors.notFound();
  return file;
}

const present = (file: FileRecord): StoredFile => ({
  id: file.id,
  name: file.name,
  mediaType: file.media_type,
  size: file.size,
  pages: file.pages,
  state: file.state as FileState,
  createdAt: file.created_at,
});
