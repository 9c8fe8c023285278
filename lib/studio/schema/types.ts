import { article } from "./article";
import { attachment } from "./attachment";
import { author } from "./author";
import { body } from "./body";
import { callout } from "./callout";
import { category } from "./category";
import { contactPerson } from "./contact-person";
import { divider } from "./divider";
import { friendLink } from "./friend-link";
import { gallery } from "./gallery";
import { glossaryTerm } from "./glossary-term";
import { inquiry } from "./inquiry";
import { navigation } from "./navigation";
import { page } from "./page";
import { publishEvent } from "./publish-event";
import { pullQuote } from "./pull-quote";
import { redirect } from "./redirect";
import { seo } from "./seo";
import { siteSettings } from "./site-settings";
import { table } from "./table";
import { tag } from "./tag";
import { video } from "./video";
import { wordList } from "./word-list";

const documents = [
  article,
  category,
  tag,
  author,
  page,
  contactPerson,
  siteSettings,
  navigation,
  friendLink,
  glossaryTerm,
  redirect,
  wordList,
  inquiry,
  publishEvent,
];

const parts = [body, gallery, table, video, attachment, pullQuote, callout, divider, seo];

/** Every type of docs/content-model.md, as the editors fill it in. */
export const schemaTypes = [...documents, ...parts];
