import { type Config, ConfigError, readConfig } from './kernel/config.ts';
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

const config = configOrExit();
try {
  const running = await start(config);
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
