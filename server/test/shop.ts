import { expect } from 'vitest';
import { inTx } from '../src/kernel/db.ts';
import { loadCalendar } from '../src/modules/calendar/public.ts';
import { district, givePublished } from './items.ts';
import { jpeg } from './pictures.ts';
import { shopAnswers, shopItem } from './shop-item.ts';
import { type Citizen, createWorld, type Official, type SignedInAs, type World } from './world.ts';

type Headers = Record<string, string>;
export interface Filed {
  readonly citizen: Citizen;
  readonly id: string;
  readonly number: string;
  readonly version: number;
}

/** A world in which one item can be filed and there is somebody for every part of a case. Each `a…` walks there through the routes. */
export interface Shop {
  readonly world: World;
  readonly clerk: Official;
  readonly reviewer: Official;
  readonly decider: Official;
  aDraft(who: SignedInAs): Promise<{ id: string; version: number; resumed: boolean }>;
  /** A draft with everything in it. */
  aFullDraft(who: SignedInAs): Promise<{ id: string; version: number }>;
  aSubmitted(who?: Citizen): Promise<Filed>;
  anAccepted(): Promise<Filed>;
  aPending(): Promise<Filed>;
  /** One step by an official that must succeed; the new version. */
  act(who: SignedInAs, id: string, action: string, version: number, body?: object, headers?: Headers): Promise<number>;
  judge(id: string, version: number, verdict?: 'PASS' | 'FAIL'): Promise<void>;
}

export const key = () => ({ 'idempotency-key': crypto.randomUUID() });
export const match = (version: number) => ({ 'if-match': `"${version}"` });
export const starting = { itemKey: 'shop-permit', regionCode: district, situation: { business: 'sale' } };

/** A multipart body with one file. */
export function oneFile(content: Buffer, name = 'photo.jpg') {
  const boundary = 'a-boundary-of-the-test';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`;
  return {
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

export async function openShop(): Promise<Shop> {
  const world = await createWorld();
  await inTx(world.ctx.db, (tx) => loadCalendar(tx));
  await givePublished(world.ctx.db, shopItem);
  const clerk = await world.staff('acceptanceOfficer', 690102, 'approval');
  const reviewer = await world.staff('reviewer');
  const decider = await world.staff('decisionMaker');

  const shop: Shop = {
    world,
    clerk,
    reviewer,
    decider,
    aDraft: async (who) => {
      const reply = await world.as(who).post('/api/my/cases', starting);
      expect(reply.statusCode, reply.body).toBe(200);
      return reply.json();
    },
    aFullDraft: async (who) => {
      const { id, version } = await shop.aDraft(who);
      const saved = await world.as(who).put(`/api/my/cases/${id}/answers`, { answers: shopAnswers }, match(version));
      expect(saved.json(), saved.body).toMatchObject({ errors: [] });
      const { payload, headers } = oneFile(jpeg);
      const uploaded = await world.app.inject({
        method: 'POST',
        url: `/api/my/cases/${id}/materials/front-photo/files`,
        payload,
        headers: { ...headers, 'x-tongban': '1', cookie: who.cookie },
      });
      expect(uploaded.statusCode, uploaded.body).toBe(200);
      return { id, version: saved.json<{ version: number }>().version };
    },
    aSubmitted: async (who) => {
      const citizen = who ?? (await world.citizen());
      const { id, version } = await shop.aFullDraft(citizen);
      const reply = await world
        .as(citizen)
        .post(`/api/my/cases/${id}/submit`, undefined, { ...match(version), ...key() });
      expect(reply.statusCode, reply.body).toBe(200);
      return { citizen, ...reply.json<{ id: string; number: string; version: number }>() };
    },
    anAccepted: async () => {
      const submitted = await shop.aSubmitted();
      const received = await shop.act(clerk, submitted.id, 'receive', submitted.version);
      await shop.judge(submitted.id, received);
      return { ...submitted, version: await shop.act(clerk, submitted.id, 'accept', received) };
    },
    aPending: async () => {
      const accepted = await shop.anAccepted();
      const claimed = await shop.act(reviewer, accepted.id, 'startReview', accepted.version);
      const version = await shop.act(reviewer, accepted.id, 'recommend', claimed, { note: '材料齐全，建议准予' });
      return { ...accepted, version };
    },
    act: async (who, id, action, version, body = {}, headers = {}) => {
      const reply = await world.as(who).post(`/api/cases/${id}/${action}`, body, { ...match(version), ...headers });
      expect(reply.statusCode, reply.body).toBe(200);
      return reply.json<{ version: number }>().version;
    },
    judge: async (id, version, verdict = 'PASS') => {
      const reply = await world.as(clerk).put(`/api/cases/${id}/points/front-clear`, { verdict }, match(version));
      expect(reply.statusCode, reply.body).toBe(200);
    },
  };
  return shop;
}
