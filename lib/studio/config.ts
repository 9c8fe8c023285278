import { zhHansLocale } from "@sanity/locale-zh-hans";
import { zhHantLocale } from "@sanity/locale-zh-hant";
import { type AuthConfig, defineConfig, type SingleWorkspace, type TemplateItem } from "sanity";
import { structureTool } from "sanity/structure";

import { announceReceipt } from "./actions/announce-receipt";
import { ifPermitted } from "./actions/permitted-action";
import { publishLastWords } from "./actions/publish-last-words";
import { refuseTakenSlug } from "./actions/refuse-taken-slug";
import { useScheduleAction } from "./actions/schedule-action";
import { createLakeClient } from "./client";
import { HomeNavbar } from "./components/home-navbar";
import { LanguageLayout } from "./components/language-layout";
import { LanguageNavbar } from "./components/language-navbar";
import { receiptInspector } from "./components/receipt-inspector";
import { scriptInspector } from "./components/script-inspector";
import { shareInspector } from "./components/share-inspector";
import { helpToolIn } from "./help/help-tool";
import { saidIn } from "./locale/language";
import { ownTexts } from "./locale/own-texts";
import { sayIn } from "./locale/say";
import { previewTool } from "./preview/preview-tool";
import { shareAction } from "./preview/share-action";
import { schemaTypes } from "./schema/types";
import { steadyInspector } from "./steady-row";
import { structureIn } from "./structure";
import { theme } from "./theme";

/** In embedded mode the lake is always at the site's own origin, so no host is told. */
export type StudioSettings = { projectId: string; dataset: string; language: string } & (
  | { hosted: false }
  | { hosted: true; apiHost: string }
);

/** Made by the site or kept as one document: an editor neither creates nor multiplies them. */
const singletons = new Set(["siteSettings", "navigation", "wordList"]);
const machineMade = new Set(["inquiry", "publishEvent"]);
/** What waits in a release is looked at, shown to others and moved, and changed only after it was called off. */
const timedVersions = new Set(["version", "scheduled-draft"]);
/** Pages of their own, which come and go as one; anything else shows on too many pages to be timed. */
const scheduled = new Set(["article", "page"]);
const timedActions = [useScheduleAction, ifPermitted(shareAction)];
const singletonActions = new Set(["publish", "discardChanges", "restore"]);
const machineMadeActions = new Set(["delete"]);

/** Features of the hosted service that nothing answers here; each would fail or offer what cannot work. */
const switchedOff = {
  scheduledPublishing: { enabled: false },
  scheduledDrafts: { enabled: false },
  releases: { enabled: false },
  tasks: { enabled: false },
  announcements: { enabled: false },
  mediaLibrary: { enabled: false },
  apps: { canvas: { enabled: false } },
} satisfies Partial<SingleWorkspace>;

/** With the embedded lake there is nobody who would answer who asks for more rights. */
const talkIn = ({ hosted }: StudioSettings) => ({
  comments: { enabled: false },
  askToEdit: { enabled: hosted },
});

/** Configure the Studio. `origin` is the address the editor's browser is at, without a path. */
export function createStudioConfig(settings: StudioSettings, origin: string): SingleWorkspace {
  return defineConfig({
    name: "default",
    title: "一文",
    basePath: "/studio",
    projectId: settings.projectId,
    dataset: settings.dataset,
    ...connection(settings, origin),
    ...switchedOff,
    theme,
    plugins: [
      structureTool({
        title: sayIn("内容", settings.language),
        structure: structureIn(settings.language),
      }),
      previewTool({ language: settings.language }),
      zhHantLocale({ title: "繁體中文" }),
      // The last language is the one an editor starts with.
      zhHansLocale({ title: "简体中文" }),
    ],
    i18n: { bundles: (known) => [...known, ...ownTexts] },
    tools: (known) => [...known, helpToolIn(settings.language)],
    schema: {
      types: saidIn(schemaTypes, settings.language),
      templates: (known) => [
        ...known.filter(isOffered),
        { ...articleInCategory, title: sayIn(articleInCategory.title, settings.language) },
      ],
    },
    studio: {
      components: {
        layout: LanguageLayout,
        navbar: settings.hosted ? LanguageNavbar : HomeNavbar,
      },
    },
    document: {
      ...talkIn(settings),
      inspectors: (known, { documentType }) => [
        ...known.map(steadyInspector),
        ...(documentType === "article" ? [scriptInspector, shareInspector] : []),
        ...(machineMade.has(documentType) ? [] : [receiptInspector]),
      ],
      // The word list is saved as it is typed; Sanity says so in English, and in red.
      badges: (known, { schemaType }) => (singletons.has(schemaType) ? [] : known),
      newDocumentOptions: (options) =>
        options.filter(({ templateId }) => isCreatable(templateId)).map(articlesFirst),
      actions: (actions, { schemaType, versionType }) => {
        if (timedVersions.has(versionType ?? ""))
          return scheduled.has(schemaType) ? timedActions : [];
        const offered = actions
          .filter(({ action }) => isAllowed(schemaType, action))
          .map((known) =>
            known.action === "publish"
              ? announceReceipt(publishLastWords(refuseTakenSlug(known)))
              : known,
          )
          .map((known) => ifPermitted(known));
        return scheduled.has(schemaType) ? [...offered, useScheduleAction] : offered;
      },
    },
  });
}

const articleInCategory = {
  id: "article-in-category",
  title: "文章",
  schemaType: "article",
  parameters: [{ name: "category", type: "string" }],
  value: ({ category }: { category: string }) => ({
    category: { _type: "reference", _ref: category },
  }),
};

function isAllowed(type: string, action = ""): boolean {
  if (singletons.has(type)) return singletonActions.has(action);
  if (machineMade.has(type)) return machineMadeActions.has(action);
  return true;
}

/** Sanity sorts the menu by title. A space comes before everything else and is not seen. */
function articlesFirst(option: TemplateItem): TemplateItem {
  return option.templateId === "article" ? { ...option, title: ` ${option.title ?? ""}` } : option;
}

const isOffered = ({ schemaType }: { schemaType: string }) => isCreatable(schemaType);

function isCreatable(type: string): boolean {
  return !singletons.has(type) && !machineMade.has(type) && type !== articleInCategory.id;
}

function connection(settings: StudioSettings, origin: string) {
  if (settings.hosted) return { apiHost: settings.apiHost };
  const apiHost = `${origin}/api/lake`;
  const auth: AuthConfig = {
    loginMethod: "cookie",
    redirectOnSingle: true,
    providers: [{ name: "yiwen", title: "登录", url: `${apiHost}/login` }],
  };
  return { apiHost, auth, unstable_clientFactory: createLakeClient };
}
