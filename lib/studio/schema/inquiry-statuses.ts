/** How far the company is with a visitor's message. */
export const inquiryStatuses = [
  { title: "新留言", value: "new" },
  { title: "处理中", value: "open" },
  { title: "已完成", value: "done" },
  { title: "垃圾信息", value: "spam" },
];
