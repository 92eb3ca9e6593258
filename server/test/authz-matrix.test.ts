import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Answer, operationsOf, whoAsks } from './authz/answers.ts';
import { readMatrix } from './authz/matrix.ts';
import { type Principal, principals } from './authz/people.ts';
import { setScene } from './authz/scene.ts';
import { privateFrom } from './authz/secrets.ts';
import { webIsBuilt } from './authz-requests.ts';

const file = readFileSync(join(import.meta.dirname, 'authz-matrix.csv'), 'utf8');
const rows = readMatrix(file);
const scene = await setScene();
const operations = operationsOf(scene);

/** Pages that have not been built are no routes; then their rows stand for nothing. */
const ofPages = (name: string): boolean => /^(GET|POST) \/(\*|assets|desk)/.test(name);
const rowsToAsk = rows.filter(({ operation }) => webIsBuilt || !ofPages(operation));

describe('the matrix is whole', () => {
  test('every route and every action of the portal has a row, and every row names one', () => {
    const named = new Set(rowsToAsk.map(({ operation }) => operation));

    expect([...operations.keys()].filter((name) => !named.has(name))).toEqual([]);
    expect([...named].filter((name) => !operations.has(name))).toEqual([]);
  });

  test('its rows are in order, so that two people add theirs without a quarrel', () => {
    const names = rows.map(({ operation, relation }) => `${operation}, ${relation}`);

    expect(names).toEqual(names.toSorted());
  });

  test('every operation lets somebody through, so that its refusals are not for another reason', () => {
    const open = new Set(
      rows.filter(({ expected }) => Object.values(expected).includes('yes')).map((row) => row.operation),
    );
    const closed = [...new Set(rows.map((row) => row.operation))].filter((name) => !open.has(name));

    expect(closed).toEqual(neverPassed);
  });

  test('a request to look at the head of an answer is let through by whom the answer is', () => {
    const routes = scene.world.app.everyRoute.flatMap(({ method, url, config }) =>
      [method].flat().map((each) => ({ method: each, url, policy: config?.policy })),
    );
    const heads = routes.filter(({ method }) => method === 'HEAD');

    expect(heads.length).toBeGreaterThan(20);
    for (const { url, policy } of heads)
      expect(policy, url).toEqual(routes.find((route) => route.method === 'GET' && route.url === url)?.policy);
  });

  test('a file that leaves a principal out, repeats a row or is unclear is refused', () => {
    const [header = '', first = ''] = file.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

    expect(() => readMatrix(header.replace(/,\s*supervisor/, ''))).toThrow('columns');
    expect(() => readMatrix(`${header}\n${first}\n${first}`)).toThrow('twice');
    expect(() => readMatrix(`${header}\n${first.replace(/,\s*\w+\s*$/, '')}`)).toThrow('cells');
    expect(() => readMatrix(`${header}\n${first.replace(/\w+\s*$/, 'maybe')}`)).toThrow('maybe');
  });
});

/** The names are verified already: what is tested elsewhere is that a newcomer's are taken. A page is posted only with a form token. */
const neverPassed = ['POST /*', 'identity.verifyRealName', 'portal account.confirmRealName'];

describe('everybody gets what the matrix says, and a refusal changes nothing', () => {
  test.each(rowsToAsk)(
    '$operation, $relation',
    { timeout: 60_000 },
    async ({ operation: name, relation, expected }) => {
      const operation = operations.get(name)!;
      const wrong: string[] = [];
      const judge = (kind: Principal, { said, text }: Answer, leaked: string[]): void => {
        if (said !== expected[kind])
          wrong.push(`${kind}: ${said} instead of ${expected[kind]} ${/[a-z]+\/[a-z-]+/.exec(text)?.[0] ?? ''}`);
        for (const what of leaked) wrong.push(`${kind} is told ${what}`);
      };
      const ask = async (kind: Principal) => {
        const who = await whoAsks(scene, name, kind);
        return { kind, send: await operation.prepare(who, relation), hidden: privateFrom(scene, who) };
      };

      const refused = [];
      for (const kind of principals) if (expected[kind] !== 'yes') refused.push(await ask(kind));
      const before = await scene.fingerprint();
      const refusals = await Promise.all(refused.map(async (each) => ({ ...each, answer: await each.send() })));
      for (const { kind, answer, hidden } of refusals) judge(kind, answer, hidden(answer.text));
      if ((await scene.fingerprint()) !== before) wrong.push('something was changed by somebody who was refused');

      for (const kind of principals.filter((one) => expected[one] === 'yes')) {
        const { send, hidden } = await ask(kind);
        const answer = await send();
        judge(kind, answer, name === 'cases.reveal' ? [] : hidden(answer.text));
        if (operation.changes) scene.forget();
      }

      expect(wrong).toEqual([]);
    },
  );
});
