import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { DEMO_PASSWORD } from '../server/src/demo.ts';
import type { Visitor } from './visitor.ts';

interface Citizen {
  key: string;
  name: string;
  idNumber: string;
  mobile: string;
}

const { persons } = JSON.parse(readFileSync(join(import.meta.dirname, '../server/seeds/demo/people.json'), 'utf8')) as {
  persons: Citizen[];
};

/** A resident of the demo city, by the key of `people.json`. */
export const citizen = (key: string): Citizen => {
  const found = persons.find((person) => person.key === key);
  if (!found) throw new Error(`nobody in the demo city is called ${key}`);
  return found;
};

interface Sms {
  mobile: string;
  text: string;
}

/** The text messages a telephone has received, newest first, as `/dev/inbox` shows them. */
export async function messagesTo(mobile: string): Promise<string[]> {
  const reply = await fetch(`${inject('world').url}/dev/inbox/messages`);
  const { items } = (await reply.json()) as { items: Sms[] };
  return items.filter((sms) => sms.mobile === mobile).map(({ text }) => text);
}

/** The code in the newest message, which may still be on its way. */
export async function newestCode(mobile: string): Promise<string> {
  const codes = async () => (await messagesTo(mobile)).flatMap((text) => /验证码\D*(\d{6})/.exec(text)?.[1] ?? []);
  await expect.poll(codes, { timeout: 10_000, message: 'waiting for the code' }).not.toEqual([]);
  return (await codes())[0] ?? '';
}

/** On the sign-in page: asks for a code, reads it on the telephone, gives it. Whoever is new is registered by this. */
export async function signInByCode({ writes, presses, reads }: Visitor, mobile: string): Promise<void> {
  await writes('手机号码', mobile);
  await presses('获取验证码');
  await reads('验证码已发送');
  await writes('短信验证码', await newestCode(mobile));
  await presses('登录');
}

/** Residents of the demo city have set a password, so that another device need not wait for a second code. */
export async function signInByPassword({ opens, writes, presses, reads }: Visitor, mobile: string): Promise<void> {
  await opens('/sign-in?by=password');
  await writes('手机号码', mobile);
  await writes('密码', DEMO_PASSWORD);
  await presses('登录');
  await reads('退出登录');
}
