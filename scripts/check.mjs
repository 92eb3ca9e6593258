/** `npm run check`: everything that can be said about the code without running it, one line a step. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { startPostgres } from './postgres.mjs';
import { commandOf, requireNode, root, runNode } from './runtime.mjs';
import { main } from './say.mjs';

/** @typedef {{ name: string, needs?: string, command: () => string[], cwd?: string, database?: boolean }} Step */

const web = readdirSync(join(root, 'web')).filter((app) => existsSync(join(root, 'web', app, 'tsconfig.json')));

/** @type {Step[]} */
const steps = [
  { name: '格式与规范 Biome', command: () => [commandOf('@biomejs/biome', 'biome'), 'check'] },
  { name: '类型 tsc', command: () => [commandOf('typescript', 'tsc'), '-p', '.'] },
  {
    name: '路由类型 react-router typegen',
    needs: 'web/portal/react-router.config.ts',
    cwd: 'web/portal',
    command: () => [commandOf('@react-router/dev', 'react-router'), 'typegen'],
  },
  ...web.map((app) => ({
    name: `类型 tsc web/${app}`,
    command: () => [commandOf('typescript', 'tsc'), '-p', join('web', app), '--noEmit'],
  })),
  { name: '无用代码 knip', needs: 'knip.json', command: () => [commandOf('knip')] },
  {
    name: '模块边界 fences',
    needs: 'server/test/architecture.test.ts',
    command: () => [commandOf('vitest'), 'run', 'server/test/architecture.test.ts'],
  },
  {
    name: '接口文件 OpenAPI',
    needs: 'server/src/commands/openapi.ts',
    database: true,
    command: () => ['server/src/commands/openapi.ts', '--check'],
  },
  {
    name: '库结构文件 schema',
    needs: 'server/src/commands/db.ts',
    database: true,
    command: () => ['server/src/commands/db.ts', 'gen', '--check'],
  },
];

await main(async () => {
  requireNode();
  await ensureInstalled();
  let failures = 0;
  for (const step of steps.filter(({ needs }) => !needs || existsSync(join(root, needs)))) {
    const started = Date.now();
    const { code, output } = await perform(step);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${code === 0 ? '✓' : '✗'} ${step.name}  ${seconds} s`);
    if (code === 0) continue;
    failures += 1;
    console.log(output);
  }
  return failures > 0 ? 1 : 0;
});

/** @param {Step} step */
async function perform({ command, cwd = '.', database }) {
  const options = { cwd: join(root, cwd), quiet: true };
  if (!database) return runNode(command(), options);
  const scratch = await startPostgres({ ephemeral: true });
  try {
    return await runNode(command(), { ...options, env: { DATABASE_URL: scratch.url } });
  } finally {
    await scratch.stop();
  }
}
