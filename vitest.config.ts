import { defineConfig } from "vitest/config";

const alias = { "@": import.meta.dirname };

const named = (...names: string[]) => names.map((name) => `tests/e2e/${name}.test.ts`);

/** Tests that start a site of their own, mostly to wait for what it does when something fails: they run beside the others. */
const ownSites = named("hosted", "nonsense", "outage", "site-regions", "site-vendors", "standing");

/** What visitors do with a site takes as long as what its pages are, and needs no certain address. */
const byVisitors = named(
  "keyboard",
  "site-article",
  "site-inquiry",
  "site-search",
  "without-javascript",
);

/** Tests of the Studio are on two sites of their own, since they publish and wait for long. */
const untilItIsOut = named("studio-life", "studio-publishing", "preview");
const atTheDesk = ["tests/e2e/studio*.test.ts"];

const inTheBrowser = {
  globalSetup: ["tests/e2e/global-setup.ts"],
  // One site for all files: what one publishes, another would find in its sitemap.
  fileParallelism: false,
  // One browser, in which the Studio is loaded once.
  isolate: false,
  testTimeout: 240_000,
  hookTimeout: 240_000,
  // A browser on a loaded machine may miss a moment; what fails twice is broken. The report names what was tried again.
  retry: 1,
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: [
            "tests/{zh,lake,server,content,studio,i18n,search,card,import,rich-text,demo,lint,scripts}/**/*.test.ts",
          ],
          // What most files need, the lexicon of the scripts above all, is loaded once for all of them.
          isolate: false,
          env: { INTERNAL_SECRET: "a secret of this machine, long enough" },
          // Far more than any takes: on a machine that does other work as well, a slow test is not a wrong one.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "contract",
          include: ["tests/contract/**/*.test.ts"],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          exclude: [...ownSites, ...byVisitors, ...untilItIsOut, ...atTheDesk],
          ...inTheBrowser,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "visitors",
          include: byVisitors,
          ...inTheBrowser,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "studio",
          include: atTheDesk,
          exclude: untilItIsOut,
          ...inTheBrowser,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "studio-publishing",
          include: untilItIsOut,
          ...inTheBrowser,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "sites",
          include: ownSites,
          ...inTheBrowser,
          globalSetup: [],
        },
      },
    ],
  },
});
