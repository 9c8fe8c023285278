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

import {
  type ArticleList,
  articlesInCategory,
  draftArticles,
  publishedArticles,
} from "./articles/article-list";
import { ArticleListPane } from "./articles/article-list-pane";
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

/** The desk by the work of the day: articles and messages first, what is set once last; all of it fits 720 pixels. */
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
        inquiries(desk),
        S.divider(),
        ...typeItems(desk, texts),
        single(desk, { ...wordList, id: wordListId }),
        filing(desk),
        S.divider(),
        single(desk, siteSettings),
        single(desk, navigation),
        ...typeItems(desk, addresses),
      ]);
  };

function articleItems(desk: Desk): ListItemBuilder[] {
  const { S, say } = desk;
  return [
    articles(desk, { id: "drafts", title: "草稿", icon: EditIcon, list: draftArticles }),
    S.listItem()
      .id("scheduled")
      .title(say("待发布"))
      .icon(ClockIcon)
      .child(S.component(ScheduledPane).id("scheduled").title(say("待发布"))),
    articles(desk, {
      id: "published",
      title: "已发布",
      icon: CheckmarkCircleIcon,
      list: publishedArticles,
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
          .child((category) => articlePane(desk, "文章", articlesInCategory(category))),
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

type ArticlesItem = { id: string; title: string; icon: ComponentType; list: ArticleList };

function articles(desk: Desk, { id, title, icon, list }: ArticlesItem): ListItemBuilder {
  return desk.S.listItem()
    .id(id)
    .title(desk.say(title))
    .icon(icon)
    .child(articlePane(desk, title, list).id(id));
}

function articlePane({ S, say }: Desk, title: string, list: ArticleList) {
  return S.component(ArticleListPane)
    .id("articles")
    .title(say(title))
    .options(list)
    .child((id) => S.document().schemaType("article").documentId(id));
}

type TypeItem = { type: string; title: string; icon: ComponentType };

const texts: TypeItem[] = [
  { type: "page", title: "页面", icon: DocumentsIcon },
  { type: "contactPerson", title: "联系人", icon: UsersIcon },
  { type: "glossaryTerm", title: "术语表", icon: BookIcon },
];

const headings: TypeItem[] = [
  { type: "category", title: "栏目", icon: FolderIcon },
  { type: "tag", title: "标签", icon: TagIcon },
  { type: "author", title: "作者", icon: UserIcon },
];

const addresses: TypeItem[] = [
  { type: "redirect", title: "网址跳转", icon: ArrowRightIcon },
  { type: "friendLink", title: "友情链接", icon: LinkIcon },
];

const wordList = { type: "wordList", title: "用词提醒", icon: WarningOutlineIcon };
const siteSettings = { type: "siteSettings", title: "网站设置", icon: CogIcon };
const navigation = { type: "navigation", title: "导航菜单", icon: MenuIcon };

function typeItems({ S, say }: Desk, items: readonly TypeItem[]): ListItemBuilder[] {
  return items.map(({ type, title, icon }) =>
    S.documentTypeListItem(type)
      .id(type)
      .title(say(title))
      .icon(icon)
      .child(S.documentTypeList(type).id(type).title(say(title))),
  );
}

/** What articles are filed under: seldom changed, so one entry for three lists. */
function filing(desk: Desk): ListItemBuilder {
  const title = desk.say("栏目、标签、作者");
  return desk.S.listItem()
    .id("filing")
    .title(title)
    .icon(TagIcon)
    .child(desk.S.list().id("filing").title(title).items(typeItems(desk, headings)));
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

function single({ S, say }: Desk, { type, title, icon, id = type }: TypeItem & { id?: string }) {
  return S.listItem()
    .id(type)
    .title(say(title))
    .icon(icon)
    .child(S.document().schemaType(type).documentId(id).title(say(title)));
}
