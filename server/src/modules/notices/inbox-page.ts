import type { EmulatedSms } from './emulator-store.ts';

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

const row = ({ mobile, text, received_at }: EmulatedSms): string =>
  `<li><p><b>${escaped(mobile)}</b> <time>${clock.format(received_at)}</time></p><p>${escaped(text)}</p></li>`;

/** A plain page that renews itself: what the telephones of the demonstration have received, newest first. */
export const inboxPage = (messages: readonly EmulatedSms[]): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="5">
<title>短信模拟器</title>
<style>
  body { font: 16px/1.6 sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1d2129; }
  p { margin: 0; } ol { list-style: none; padding: 0; }
  li { border-top: 1px solid #c9cdd4; padding: .75rem 0; } time { color: #4e5969; }
</style>
<h1>短信模拟器</h1>
<p>短信模拟器：仅演示与测试环境可见。这里的短信没有真正发出，页面每 5 秒自动刷新。</p>
${messages.length === 0 ? '<p>还没有短信。</p>' : `<ol>${messages.map(row).join('')}</ol>`}
</html>
`;
