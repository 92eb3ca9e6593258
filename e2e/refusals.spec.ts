import { expect, inject, test } from 'vitest';
import { DEMO_PASSWORD } from '../server/src/demo.ts';
import { DEMO_CODE } from '../server/src/modules/identity/staff-sign-in.ts';
import { signInToDesk } from './desk.ts';
import { citizen, signInByPassword } from './people.ts';
import { story } from './story.ts';

/** What an administrator does at the API, having no page for it yet. */
async function suspend(loginName: string): Promise<void> {
  const call = async (path: string, headers: Record<string, string>, body?: object) => {
    const reply = await fetch(`${inject('world').url}/api/desk${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'x-tongban': '1', ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(reply.ok, `${path} ${reply.status}`).toBe(true);
    return reply;
  };
  const session = await call('/session', {}, { loginName: 'city-security', password: DEMO_PASSWORD, code: DEMO_CODE });
  const cookie = session.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const { items } = (await (await call(`/staff?text=${loginName}`, { cookie })).json()) as {
    items: { id: string; version: number; loginName: string }[];
  };
  const clerk = items.find((each) => each.loginName === loginName);
  await call(`/staff/${clerk?.id}/suspend`, { cookie, 'if-match': `"${clerk?.version}"` }, {});
}

story('Who may not see something is told so plainly', (arrive) => {
  let herCase: string;

  test('a citizen who opens the address of somebody else’s case does not learn that it exists', async () => {
    const zhou = await arrive();
    await signInByPassword(zhou, citizen('zhou').mobile);
    await zhou.opens('/my/cases');
    await zhou.follows('食品经营许可');
    await zhou.arrivesAt('食品经营许可');
    herCase = new URL(zhou.page.url()).pathname;

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
    const clerk = await arrive();
    const enter = async () => {
      await clerk.writes('登录名', 'tangyu-window-1');
      await clerk.writes('密码', DEMO_PASSWORD);
      await clerk.writes('动态码', DEMO_CODE);
      await clerk.presses('登录');
    };
    await clerk.opens('/desk');
    await enter();
    await clerk.reads('示例·谢窗口，您好');
    await suspend('tangyu-window-1');

    await clerk.follows('办件');
    await clerk.reads('账号已停用，请联系本单位的安全管理员');
    await clerk.opens('/desk');
    await enter();
    await clerk.reads('账号已停用，请联系本单位的安全管理员');
    await clerk.arrivesAt('登录工作台');
  });
});
