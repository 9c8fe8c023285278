const visitors = [
  {
    name: "皇甫女士",
    phone: "154-0000-0921",
    message: "请寄一份计量泵的样本，两本即可。",
    status: "done",
    isRead: true,
  },
  {
    name: "钟先生",
    phone: "154-0000-0935",
    message:
      "船上的冷却水泵漏水，机械密封换过两次还是不行。能不能派人来看一下？周三到周五船都在港。",
    status: "open",
    isRead: true,
    note: "已回电：周四上午十点上船，带密封件。",
  },
  {
    name: "范小姐",
    phone: "154-0000-0948",
    message: "贵公司的磁力泵可以输送食用油吗？温度大约六十度。",
    status: "new",
    isRead: false,
  },
];

/** A few messages more than the demo's one, so that a picture of the inbox shows what it is for. */
export function helpInquiries(now: Date) {
  const at = now.toISOString();
  const colleague = { id: "help-xiao", name: "萧经理" };
  return visitors.map(({ name, phone, message, status, isRead, note }, index) => ({
    _id: `inquiry.help-${index + 1}`,
    _type: "inquiry",
    name,
    phone,
    message,
    status,
    locale: "zh-Hans",
    sourceUrl: "/zh-Hans/contact",
    consentAt: at,
    readAt: isRead ? at : undefined,
    assignee: isRead ? colleague : undefined,
    notes:
      note === undefined
        ? []
        : [{ _key: "first", text: note, by: colleague.id, name: colleague.name, at }],
  }));
}
