export const zh = {
  hallsTitle: (region: string) => `${region}的大厅与网点`,
  hallsLead: '下面的地点都可以当面咨询和办理；去之前看一下办公时间。',
  kinds: {
    cityHall: '市级大厅',
    districtHall: '区级大厅',
    streetCentre: '街道便民服务中心',
    communityStation: '社区便民服务站',
  },
  noHalls: '这里还没有登记大厅或网点。',
  otherRegions: '看看其他地区',
  address: '地址',
  hours: '办公时间',
  phone: '电话',
  pending: '待补充',
  windows: '窗口',
  windowNo: '窗口号',
  windowName: '办什么',

  regionsTitle: '选择地区',
  regionsLead: '选好后，只显示这个地区能办的事。',
  otherCities: '其他城市',
  inside: (name: string) => `${name}下属`,
  whole: (name: string) => `${name}（全部）`,
  choose: '选择',
  levels: { '1': '国家', '2': '省', '3': '市', '4': '区县', '5': '街道乡镇', '6': '社区村' },
};

export type Words = typeof zh;
