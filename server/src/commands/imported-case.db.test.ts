import { expect } from 'vitest';
import { samplePath, sampleText, testWithSampleData } from '../../test/sample-data.ts';
import { key, match } from '../../test/shop.ts';
import { createWorld } from '../../test/world.ts';
import { inTx } from '../kernel/db.ts';
import { loadCalendar } from '../modules/calendar/public.ts';
import { findDivisionFiles, readDivisions } from './divisions.ts';
import type { SourceGuide } from './guide-rows.ts';
import { importGuides } from './guides.ts';

testWithSampleData(
  'a real item is imported, filed at the window of its county, accepted, reviewed, granted and delivered',
  async () => {
    const world = await createWorld();
    const { db } = world.ctx;
    await inTx(db, (tx) => loadCalendar(tx));
    const all: SourceGuide[] = JSON.parse(sampleText('guides/changchun_guides.json'));
    const rows = all.filter(({ id }) => id === 'CC-G0461');
    await importGuides(
      db,
      rows,
      readDivisions(findDivisionFiles(samplePath('guides/changchun_guides.json'))),
      () => {},
    );
    const version = await db.selectFrom('catalogue.item_version').selectAll().executeTakeFirstOrThrow();
    const { area_code: area, item_key: itemKey, region_code: regionCode } = version;
    const [clerk, reviewer, decider] = [
      await world.staff('acceptanceOfficer', area, null),
      await world.staff('reviewer', area, null),
      await world.staff('decisionMaker', area, null),
    ];
    const person = await world.citizen();

    const guide = await world.as().get(`/api/items/${itemKey}/guide?region=${regionCode}`);
    const { question } = guide.json<{ question?: { key: string; options: { value: string }[] } }>();
    const situation = question ? { [question.key]: question.options[0]?.value } : {};
    const started = await world
      .as(clerk)
      .post('/api/cases', { applicantId: person.id, itemKey, regionCode, situation });
    expect(started.statusCode, started.body).toBe(200);
    const draft = started.json<{ id: string; version: number }>();
    const url = `/api/cases/${draft.id}`;
    const answers = { applicant: { name: person.name, phone: person.mobile }, request: { matter: '申领生育津贴' } };
    let { version: at } = (await world.as(clerk).put(`${url}/answers`, { answers }, match(draft.version))).json<{
      version: number;
    }>();
    const view = await world.as(clerk).get(url);
    for (const { key: slot, status } of view.json<{ materials: { key: string; status: string }[] }>().materials)
      if (status === 'needed') await world.as(clerk).put(`${url}/materials/${slot}`, { originalSeen: true, pages: 1 });
    for (const [who, action, body] of [
      [clerk, 'submit', undefined],
      [clerk, 'receive', {}],
      [clerk, 'accept', {}],
      [reviewer, 'startReview', {}],
      [reviewer, 'recommend', { note: '材料齐全' }],
      [decider, 'grant', {}],
    ] as const) {
      const moved = await world.as(who).post(`${url}/${action}`, body, { ...match(at), ...key() });
      expect(moved.statusCode, `${action} ${moved.body}`).toBe(200);
      at = moved.json<{ version: number }>().version;
    }
    await world.settle();

    const mine = await world.as(person).get(`/api/my/cases/${draft.id}`);
    expect(mine.json()).toMatchObject({
      state: 'DELIVERING',
      decision: { result: 'GRANTED' },
      clocks: { promised: { length: 15 } },
    });
    expect(mine.json<{ number: string }>().number.slice(0, 6)).toBe(String(area));
  },
);
