import { Problem } from '../../kernel/problem.ts';
import { type MediaType, wordsFor } from './media.ts';

const megabytes = (bytes: number): string => `${Math.floor(bytes / 2 ** 20)} MB`;

/** Each says what is wrong with the file and how to mend it. */
export const fileErrors = {
  empty: () =>
    new Problem(422, 'files/empty', {
      zh: '文件是空的，请重新选择文件上传',
      en: 'The file is empty; choose it again',
    }),
  tooLarge: (maxBytes: number) =>
    new Problem(
      413,
      'files/too-large',
      {
        zh: `文件超过 ${megabytes(maxBytes)}，请压缩后重新上传`,
        en: `The file is larger than ${megabytes(maxBytes)}; make it smaller and upload it again`,
      },
      { maxBytes },
    ),
  tooMuch: (maxBytes: number) =>
    new Problem(
      413,
      'files/too-much',
      {
        zh: `同一件事的文件合计不能超过 ${megabytes(maxBytes)}，请删去不需要的文件或压缩后重新上传`,
        en: `All files together may not exceed ${megabytes(maxBytes)}; remove some or make them smaller`,
      },
      { maxBytes },
    ),
  wrongType: (accept: readonly MediaType[], found?: string) =>
    new Problem(
      415,
      'files/wrong-type',
      {
        zh: `只接收 ${wordsFor(accept, ' 或 ')} 文件${found === undefined ? '，这个文件的内容不是' : `，这个文件是${found}`}；请另存为其中一种格式后重新上传`,
        en: `Only ${wordsFor(accept, ' or ').replaceAll('、', ', ')} files are accepted; save it as one of these and upload it again`,
      },
      { accept },
    ),
  heic: () =>
    new Problem(415, 'files/heic', {
      zh: '这是 HEIC 照片，请在手机“设置—相机—格式”中选择“兼容性最佳”后重新拍照，或截图后上传',
      en: 'This is a HEIC photo; choose “Most Compatible” in the camera settings and take it again',
    }),
  incomplete: () =>
    new Problem(422, 'files/incomplete', {
      zh: '文件不完整，可能在保存或传输时中断，请重新选择原文件上传',
      en: 'The file is incomplete; choose the original and upload it again',
    }),
  damaged: () =>
    new Problem(422, 'files/damaged', {
      zh: '文件已损坏，无法打开，请重新拍照或重新导出后上传',
      en: 'The file is damaged and cannot be opened; take or export it again',
    }),
  carriesMore: () =>
    new Problem(422, 'files/carries-more', {
      zh: '文件中夹带了其他格式的内容，不能接收，请重新拍照或用“打印为 PDF”重新生成后上传',
      en: 'The file carries content of another kind; take the photo again or print it to PDF anew',
    }),
  tooManyPixels: (maxPixels: number) =>
    new Problem(
      422,
      'files/too-many-pixels',
      {
        zh: `图片超过 ${maxPixels / 10_000} 万像素，请缩小后重新上传`,
        en: `The image has more than ${maxPixels / 1e6} megapixels; make it smaller and upload it again`,
      },
      { maxPixels },
    ),
  lockedPdf: () =>
    new Problem(422, 'files/locked-pdf', {
      zh: '这个 PDF 设有密码或使用限制，请用“打印为 PDF”生成没有限制的文件后重新上传',
      en: 'This PDF is protected; print it to a new PDF without protection and upload that',
    }),
  emptyPdf: () =>
    new Problem(422, 'files/empty-pdf', {
      zh: '这个 PDF 里没有页面，请重新导出后上传',
      en: 'This PDF has no pages; export it again',
    }),
  scriptedPdf: () =>
    new Problem(422, 'files/scripted-pdf', {
      zh: '这个 PDF 带有可自动运行的脚本，不能接收，请用“打印为 PDF”重新生成后上传',
      en: 'This PDF carries scripts; print it to a new PDF and upload that',
    }),
  infected: () =>
    new Problem(422, 'files/infected', {
      zh: '文件中查出病毒，没有保存，请给电脑或手机杀毒后重新生成文件上传',
      en: 'A virus was found in the file and it was not kept; clean your device and make the file anew',
    }),
  held: () =>
    new Problem(409, 'files/held', {
      zh: '文件待查：正在等待病毒检查，通过后才能打开',
      en: 'The file is waiting to be checked for viruses and can be opened after that',
    }),
  refused: () =>
    new Problem(409, 'files/refused', {
      zh: '文件没有通过病毒检查，不能打开，请申请人重新上传',
      en: 'The file did not pass the virus check and cannot be opened; it has to be uploaded again',
    }),
  notFound: () => new Problem(404, 'files/not-found', { zh: '没有找到这个文件', en: 'This file was not found' }),
  notKept: () =>
    new Problem(409, 'files/not-kept', {
      zh: '文件没有保存成功，请重新上传',
      en: 'The file was not kept; upload it again',
    }),
  allowanceUsed: (files: number, bytes: number, retryAfterSeconds: number) =>
    new Problem(
      429,
      'files/allowance-used',
      {
        zh: `今天上传的文件已达上限（${files} 个或 ${megabytes(bytes)}），请明天再上传，或到窗口提交`,
        en: `Today’s allowance of ${files} files or ${megabytes(bytes)} is used; upload the rest tomorrow or bring it to the window`,
      },
      { retryAfterSeconds },
    ),
  tooManyAtOnce: (atOnce: number) =>
    new Problem(
      429,
      'files/too-many-at-once',
      {
        zh: `同时上传的文件最多 ${atOnce} 个，请等前面的传完再传`,
        en: `At most ${atOnce} files can be uploaded at once; wait until the others are done`,
      },
      { retryAfterSeconds: 5 },
    ),
};
