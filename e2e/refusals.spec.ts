import { expect, inject, test } from 'vitest';
import { DEMO_PASSWORD } from '../server/src/demo.ts';
import { DEMO_CODE } from '../server/src/modules/identity/staff-sign-in.ts';
import { signInToDesk } from './desk.ts';
import { citizen, signInByPassword } from './people.ts';
import { story } from './story.ts';

/** What an administrator does at the API, having no page for it yet. */
async function suspend(loginName: string): Promise<void> {
  const call = async (method: 'GET' | 'POST', path: string, headers: Record<string, string>, body?: string) => {
    const reply = await fetch(`${inject('world').url}/api/desk${path}`, {
      method,
      headers: { 'x-tongban': '1', ...headers },
      ...(body !== undefined && { body }),
    });
    expect(reply.ok, `${path} ${reply.status}`).toBe(true);
    return reply;
  };
  const session = await call(
    'POST',
    '/session',
    { 'content-type': 'application/json' },
    JSON.stringify({ loginName: 'city-security', password: DEMO_PASSWORD, code: DEMO_CODE }),
  );
  const cookie = session.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const { items } = (await (await call('GET', '/staff?limit=100', { cookie })).json()) as {
    items: { id: string; version: number; loginName: string }[];
  };
  const account = items.find((each) => each.loginName === loginName);
  await call('POST', `/staff/${account?.id}/suspend`, { cookie, 'if-match': `"${account?.version}"` });
}

story('Who may not see something is told so plainly', (arrive) => {
  let herCase: string;

  test('a citizen who opens the address of somebody else’s case does not learn that it exists', async () => {
    const owner = await arrive();
    await signInByPassword(owner, citizen('zheng-agent').mobile);
    await owner.opens('/my/cases');
    await owner.follows('食品经营许可');
    await owner.arrivesAt('食品经营许可');
    herCase = new URL(owner.page.url()).pathname;

    const stranger = await arrive();
    await signInByPassword(stranger, citizen('zheng-owner').mobile);
    await stranger.opens(herCase);
    await stranger.arrivesAt('没有找到');
    await stranger.doesNotRead('食品经营许可', '周小棠');
  });

  test('without a session a case asks for one, and so does every page of the desk', async () => {
    const nobody = await arrive();
    await nobody.opens(herCase);
    await nobody.arrivesAt('登录或注册');
    await nobody.opens(herCase.replace('/my', '/desk'));
    await nobody.arrivesAt('登录工作台');
    await nobody.doesNotRead('食品经营许可');
  });

  test('a citizen’s session opens nothing at the desk, and a clerk of another district sees no case of this one', async () => {
    const zheng = await arrive();
    await signInByPassword(zheng, citizen('zheng-owner').mobile);
    await zheng.opens('/desk/cases');
    await zheng.arrivesAt('登录工作台');

    const clerk = await arrive();
    await signInToDesk(clerk, '示例·罗窗口');
    await clerk.opens(herCase.replace('/my', '/desk'));
    await clerk.reads('没有找到这个办件');
    await clerk.arrivesAt('');
  });

  test('a suspended official is told whom to ask, in the middle of the work and at the door', async () => {
    const enter = async () => {
      const clerk = await arrive();
      await clerk.opens('/desk');
      await clerk.writes('登录名', 'tangyu-window-1');
      await clerk.writes('密码', DEMO_PASSWORD);
      await clerk.writes('动态码', DEMO_CODE);
      await clerk.presses('登录');
      return clerk;
    };
    const working = await enter();
    await working.reads('示例·谢窗口，您好');
    await suspend('tangyu-window-1');

    await working.follows('办件');
    await working.reads('账号已停用，请联系本单位的安全管理员');
    await working.arrivesAt('办件');
    const again = await enter();
    await again.reads('账号已停用，请联系本单位的安全管理员');
    await again.arrivesAt('登录工作台');
  });
});
