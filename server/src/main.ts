import { DEMO_PASSWORD, demoCitizens, demoOfficials } from './demo.ts';
import { type Config, ConfigError, readConfig } from './kernel/config.ts';
import { DEMO_CODE } from './modules/identity/staff-sign-in.ts';
import { start } from './start.ts';

const PORT_TAKEN = 98;

function configOrExit(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(
      ['配置有误，服务没有启动 (the configuration is wrong):', ...error.lines.map((line) => `  ${line}`)].join('\n'),
    );
    process.exit(78);
  }
}

/** Where to go and whom to be, once everything answers. */
function greet(url: string): void {
  console.log(`\n通办已就绪 (Tongban is ready)\n  门户 portal  ${url}/\n  工作台 desk  ${url}/desk`);
  if (config.mode === 'production') return;
  console.log(`  短信模拟 SMS  ${url}/dev/inbox\n\n示例账号 demo accounts（密码 password：${DEMO_PASSWORD}）`);
  for (const { mobile, name, note } of demoCitizens()) console.log(`  门户  ${mobile}  ${name}，${note}`);
  for (const { loginName, name, unit } of demoOfficials())
    console.log(`  工作台  ${loginName.padEnd(22)} ${name}，${unit}`);
  console.log(`  工作台动态口令 second factor: ${DEMO_CODE}\n按 Ctrl-C 停止 (stops everything)\n`);
}

const config = configOrExit();
try {
  const running = await start(config, (step) => console.log(`  ${step} …`));
  greet(running.url);
  /** The start script holds a channel to us: its closing means that the script was killed. */
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) {
    process.once(signal, async () => {
      process.once(signal, () => process.exit(1));
      await running.stop();
      process.exit(0);
    });
  }
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    console.error(`端口 ${config.port} 已被占用，请换一个：PORT=3001 npm start (the port is taken, choose another)`);
    process.exit(PORT_TAKEN);
  }
  console.error(`服务没有启动：${message}`);
  process.exit(1);
}
