import { expect, it } from "vitest";

import { clauseLook } from "@/lib/content/clauses";

it.each([
  { title: "十五年，十五样留下来的东西", room: 9, look: "by-clause" },
  { title: "能效每提高一个百分点，值多少钱", room: 10, look: "" },
  { title: "纪录片《一滴水》开播，第三集在后帆拍摄", room: 8, look: "by-clause" },
  { title: "2027 届校园招聘：先来拧一颗螺丝", room: 8, look: "by-clause" },
  { title: "“赋智”“赋值”里得到什么", room: 8, look: "by-clause" },
  { title: "一家小厂能从里得到什么", room: 10, look: "" },
  { title: "", room: 6, look: "by-clause" },
  { title: "海水淡化用磁力泵：安装与维护要点（附手册）", room: 10, look: "by-clause" },
  { title: "磁力泵为什么不漏：十六秒看懂一台没有轴封的泵", room: 10, look: "" },
  {
    title: "磁力泵为什么不漏：十六秒看懂一台没有轴封的泵",
    room: 10,
    wideRoom: 13,
    look: "by-clause-wide",
  },
  { title: "十五年，十五样留下来的东西", room: 10, wideRoom: 13, look: "by-clause" },
])("$title in lines of $room characters: '$look'", ({ title, room, wideRoom, look }) => {
  expect(clauseLook(title, room, wideRoom)).toBe(look);
});
