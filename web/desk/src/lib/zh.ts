export const zh = {
  offline: '网络已断开，这次操作没有完成，您填写的内容还在本页。请检查网络后重试。',
  unreadable: '服务器没有正常回应，这次操作没有完成，您填写的内容还在本页。请稍后重试。',
  trace: (id: string) => `求助时请报此编号：${id}`,
  retry: '重试',
  loading: '正在打开，请稍等',
};

export type Words = typeof zh;
