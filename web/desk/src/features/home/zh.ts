export const zh = {
  title: '工作台',
  greeting: (name: string) => `${name}，您好`,
  figures: '我的办件',
  pending: '待我处理',
  watched: '监察范围内在办',
  unclaimed: '未认领',
  mine: '我在办',
  done: '已办',
  pieces: '件',
  dueFirst: '最先到期',
  all: '查看全部',
  nothing: '今天没有待办。',
  nothingHint: '新的办件到达您的岗位后会出现在这里。',
  toWindow: '到窗口收件',
  noPost: '您的岗位不直接处理办件，这里没有需要您办的。',
  keys: { down: '下一行', up: '上一行' },
};

export type Words = typeof zh;
