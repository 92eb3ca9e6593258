import { isEmpty, seedDemo } from '../demo.ts';
import { readConfig } from '../kernel/config.ts';
import { open } from '../open.ts';
import { reset } from './reset.ts';

/** `npm run seed`: the demo city into an empty database; `-- --reset` empties it first. */
const config = readConfig();
if (config.mode === 'production') throw new Error('示例城市不能装入正式环境 (the demo city is refused in production)');
if (process.argv.includes('--reset')) await reset(config.databaseUrl);

const installation = await open(config);
try {
  if (await isEmpty(installation.ctx)) {
    await seedDemo(installation.ctx, installation.owner, (step) => console.log(`  ${step}`));
    await installation.settle();
    console.log('示例城市已建好 (the demo city is ready)');
  } else console.log('数据库里已有数据，没有改动；要重新建，请加 --reset (nothing changed; add --reset to begin anew)');
} finally {
  await installation.close();
}
