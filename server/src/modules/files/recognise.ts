import { fileTypeFromBuffer } from 'file-type';
import type { ByteReader } from './bytes.ts';
import { fileErrors } from './errors.ts';
import { type MediaType, mediaTypes } from './media.ts';
import { endingOf } from './names.ts';
import { foreignSign } from './signs.ts';

const starts: readonly [MediaType, string][] = [
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['application/pdf', '%PDF-'],
];

/** What a file is by its first bytes; refuses it when it is nothing that is asked for, or when its name claims to be something else. */
export async function recognise(bytes: ByteReader, name: string, accept: readonly MediaType[]): Promise<MediaType> {
  const head = await bytes.peek(4100);
  if (head.length === 0) throw fileErrors.empty();
  const text = head.toString('latin1');
  const type = starts.find(([, start]) => text.startsWith(start))?.[0];
  if (type === undefined) throw await refusal(head, accept);
  if (!accept.includes(type)) throw fileErrors.wrongType(accept, `${mediaTypes[type].word} 文件`);
  const ending = endingOf(name);
  if (ending !== '' && !Object.values(mediaTypes).some(({ endings }) => endings.some((known) => known === ending)))
    throw fileErrors.wrongType(accept, `名称以 .${ending} 结尾的文件`);
  return type;
}

const families: readonly [RegExp, string][] = [
  [/^image\//, '图片'],
  [/^video\//, '视频'],
  [/^audio\//, '录音'],
  [/officedocument|opendocument|x-cfb|msword|rtf/, 'Office 文档'],
  [/zip|rar|7z|tar|compressed/, '压缩包'],
  [/executable|x-elf|x-msdownload|mach-binary/, '程序'],
];

/** Names what the file really is, so that the person knows which file was taken by mistake. */
async function refusal(head: Buffer, accept: readonly MediaType[]): Promise<Error> {
  if (head.indexOf('%PDF-') > 0 && accept.includes('application/pdf')) return fileErrors.carriesMore();
  const found = await fileTypeFromBuffer(head);
  if (found === undefined) return fileErrors.wrongType(accept, foreignSign(head));
  if (/hei[cf]/.test(found.mime)) return fileErrors.heic();
  const family = families.find(([pattern]) => pattern.test(found.mime))?.[1] ?? '文件';
  return fileErrors.wrongType(accept, ` ${found.ext.toUpperCase()} ${family}`);
}
