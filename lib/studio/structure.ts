import { ArrowRightIcon } from "@sanity/icons/ArrowRight";
import { BookIcon } from "@sanity/icons/Book";
import { CheckmarkCircleIcon } from "@sanity/icons/CheckmarkCircle";
import { ClockIcon } from "@sanity/icons/Clock";
import { CogIcon } from "@sanity/icons/Cog";
import { DocumentsIcon } from "@sanity/icons/Documents";
import { DocumentTextIcon } from "@sanity/icons/DocumentText";
import { EditIcon } from "@sanity/icons/Edit";
import { FolderIcon } from "@sanity/icons/Folder";
import { LinkIcon } from "@sanity/icons/Link";
import { MenuIcon } from "@sanity/icons/Menu";
import { TagIcon } from "@sanity/icons/Tag";
import { UserIcon } from "@sanity/icons/User";
import { UsersIcon } from "@sanity/icons/Users";
import { WarningOutlineIcon } from "@sanity/icons/WarningOutline";
import type { ComponentType } from "react";
import type { ListItemBuilder, StructureBuilder, StructureResolver } from "sanity/structure";

import { ScheduledPane } from "./components/scheduled-pane";
import { InboxIcon } from "./inbox/inbox-icon";
import { InboxPane } from "./inbox/inbox-pane";
import { InquiryPane } from "./inbox/inquiry-pane";
import { sayIn } from "./locale/say";
import { wordListId } from "./words/own-words";

const apiVersion = "2025-02-19";

/** A link to an article opens it in the list of all articles, whatever state it is in. */
const leaveToAll = () => false;

const newestFirst = [{ field: "publishedAt", direction: "desc" as const }];

type Desk = { S: StructureBuilder; say: (text: string) => string };

type FilteredList = {
  id: string;
  title: string;
  icon: ComponentType;
  filter: string;
  params?: Record<string, unknown>;
};

/** The desk by the work of the day: what is unfinished, what waits, what is out, then the rest. */
export const structureIn =
  (language: string): StructureResolver =>
  (S) => {
    const desk: Desk = { S, say: (text) => sayIn(text, language) };
    return S.list()
      .id("desk")
      .title(desk.say("内容"))
      .items([
        ...articleItems(desk),
        S.divider(),
        ...typeItems(desk),
        S.divider(),
        inquiries(desk),
        S.divider(),
        ...singles(desk),
      ]);
  };

function articleItems(desk: Desk): ListItemBuilder[] {
  const { S, say } = desk;
  return [
    articles(desk, {
      id: "drafts",
      title: "草稿",
      icon: EditIcon,
      filter: `_type == "article" && _originalId in path("drafts.**")`,
    }),
    S.listItem()
      .id("scheduled")
      .title(say("待发布"))
      .icon(ClockIcon)
      .child(S.component(ScheduledPane).id("scheduled").title(say("待发布"))),
    articles(desk, {
      id: "published",
      title: "已发布",
      icon: CheckmarkCircleIcon,
      filter: `_type == "article" && !(_originalId in path("drafts.**"))`,
    }),
    S.listItem()
      .id("by-category")
      .title(say("按栏目"))
      .icon(FolderIcon)
      .child(
        S.documentList()
          .id("by-category")
          .title(say("按栏目"))
          .schemaType("category")
          .apiVersion(apiVersion)
          // Not the plain type filter: that one would take every link to a category.
          .filter(`_type == "category" && defined(_id)`)
          .defaultOrdering([{ field: "order", direction: "asc" }])
          .canHandleIntent(leaveToAll)
          .child((categoryId) => inCategory(desk, categoryId)),
      ),
    S.listItem()
      .id("article")
      .title(say("全部文章"))
      .icon(DocumentTextIcon)
      .child(
        S.documentTypeList("article")
          .id("article")
          .title(say("全部文章"))
          .defaultOrdering(newestFirst)
          .canHandleIntent((_, { type }) => type === "article"),
      ),
  ];
}

function articles(
  { S, say }: Desk,
  { id, title, icon, filter, params }: FilteredList,
): ListItemBuilder {
  return S.listItem()
    .id(id)
    .title(say(title))
    .icon(icon)
    .child(
      S.documentList()
        .id(id)
        .title(say(title))
        .schemaType("article")
        .apiVersion(apiVersion)
        .filter(filter)
        .params(params ?? {})
        .defaultOrdering(newestFirst)
        .initialValueTemplates([S.initialValueTemplateItem("article")])
        .canHandleIntent(leaveToAll),
    );
}

function inCategory({ S, say }: Desk, category: string) {
  return S.documentList()
    .id("category-articles")
    .title(say("文章"))
    .schemaType("article")
    .apiVersion(apiVersion)
    .filter(`_type == "article" && category._ref == $category`)
    .params({ category })
    .defaultOrdering(newestFirst)
    .initialValueTemplates([S.initialValueTemplateItem("article-in-category", { category })])
    .canHandleIntent(leaveToAll);
}

const byType = [
  { type: "page", title: "页面", icon: DocumentsIcon },
  { type: "category", title: "栏目", icon: FolderIcon },
  { type: "tag", title: "标签", icon: TagIcon },
  { type: "author", title: "作者", icon: UserIcon },
  { type: "contactPerson", title: "联系人", icon: UsersIcon },
  { type: "glossaryTerm", title: "术语表", icon: BookIcon },
  { type: "redirect", title: "网址跳转", icon: ArrowRightIcon },
  { type: "friendLink", title: "友情链接", icon: LinkIcon },
];

function typeItems({ S, say }: Desk): ListItemBuilder[] {
  return byType.map(({ type, title, icon }) =>
    S.documentTypeListItem(type)
      .id(type)
      .title(say(title))
      .icon(icon)
      .child(S.documentTypeList(type).id(type).title(say(title))),
  );
}

function inquiries({ S, say }: Desk): ListItemBuilder {
  return S.listItem()
    .id("inquiries")
    .title(say("留言"))
    .icon(InboxIcon)
    .child(
      S.component(InboxPane)
        .id("inquiries")
        .title(say("留言"))
        .canHandleIntent((intent, { type }) => intent === "edit" && type === "inquiry")
        .child((id) => S.component(InquiryPane).id(id).title(say("留言"))),
    );
}

function singles({ S, say }: Desk): ListItemBuilder[] {
  const single = (type: string, title: string, icon: ComponentType, id = type) =>
    S.listItem()
      .id(type)
      .title(say(title))
      .icon(icon)
      .child(S.document().schemaType(type).documentId(id).title(say(title)));
  return [
    single("navigation", "导航菜单", MenuIcon),
    single("wordList", "用词提醒", WarningOutlineIcon, wordListId),
    single("siteSettings", "网站设置", CogIcon),
  ];
}
