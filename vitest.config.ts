import { defineConfig } from "vitest/config";

const alias = { "@": import.meta.dirname };

/** Tests that start a site of their own, mostly to wait for what it does when something fails: they run beside the others. */
const ownSites = ["hosted", "nonsense", "outage", "site-regions", "site-vendors", "standing"].map(
  (name) => `tests/e2e/${name}.test.ts`,
);

/** Tests of the Studio and its preview: on a site of their own, since they publish and wait for long. */
const inTheStudio = ["tests/e2e/studio*.test.ts", "tests/e2e/preview.test.ts"];

const inTheBrowser = {
  globalSetup: ["tests/e2e/global-setup.ts"],
  // One site for all files: what one publishes, another would find in its sitemap.
  fileParallelism: false,
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
          // Far more than any takes: on a machine that does other work as well, a slow test is not a wrong one.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "contract",
          include: ["tests/contract/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          exclude: [...ownSites, ...inTheStudio],
          ...inTheBrowser,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "studio",
          include: inTheStudio,
          ...inTheBrowser,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "sites",
          include: ownSites,
          ...inTheBrowser,
        },
      },
    ],
  },
});
