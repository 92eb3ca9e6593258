import assert from 'node:assert/strict';
import fs from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { makeCheckout } from './checkout.mjs';

/** A checkout with a desk, whose build tool is ours and notes each build. @param {string} tool */
async function makeDesk(tool) {
  const checkout = makeCheckout();
  const desk = join(checkout, 'web', 'desk');
  const vite = join(checkout, 'node_modules', 'vite');
  for (const folder of [join(desk, 'src'), join(checkout, 'server', 'src', 'modules', 'cases'), vite]) {
    fs.mkdirSync(folder, { recursive: true });
  }
  fs.writeFileSync(join(desk, 'vite.config.ts'), '');
  fs.writeFileSync(join(vite, 'package.json'), '{ "type": "module", "bin": "vite.mjs" }');
  fs.writeFileSync(join(vite, 'vite.mjs'), tool);
  const { buildStaleApps } = await import(pathToFileURL(join(checkout, 'scripts', 'build.mjs')).href);
  const builds = () => fs.readFileSync(join(desk, 'dist', 'builds'), 'utf8').length;
  return { checkout, buildStaleApps, builds };
}

const noting = `import fs from 'node:fs';
  fs.mkdirSync('dist', { recursive: true });
  fs.appendFileSync('dist/builds', '.');`;

test('an application is built once, and again when its source or a contract of the server changes', async () => {
  const { checkout, buildStaleApps, builds } = await makeDesk(noting);

  await buildStaleApps();
  await buildStaleApps();
  assert.equal(builds(), 1);

  fs.writeFileSync(join(checkout, 'web', 'desk', 'src', 'main.tsx'), 'changed');
  await buildStaleApps();
  assert.equal(builds(), 2);

  fs.writeFileSync(join(checkout, 'server', 'src', 'modules', 'cases', 'contract.ts'), 'changed');
  await buildStaleApps();
  assert.equal(builds(), 3);
});

test('a change that no application imports builds nothing', async () => {
  const { checkout, buildStaleApps, builds } = await makeDesk(noting);
  await buildStaleApps();

  fs.writeFileSync(join(checkout, 'server', 'src', 'modules', 'cases', 'service.ts'), 'changed');
  fs.writeFileSync(join(checkout, 'web', 'desk', 'src', 'main.test.tsx'), 'changed');
  await buildStaleApps();

  assert.equal(builds(), 1);
});

test('a failed build is told with its last words, and tried again by the next start', async () => {
  const { checkout, buildStaleApps, builds } = await makeDesk(`console.error('no such module'); process.exit(1)`);

  await assert.rejects(buildStaleApps(), /工作台没有构建成功。[\s\S]*no such module/);

  fs.writeFileSync(join(checkout, 'node_modules', 'vite', 'vite.mjs'), noting);
  await buildStaleApps();
  assert.equal(builds(), 1);
});
