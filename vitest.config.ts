import { defineConfig } from "vitest/config";

const alias = { "@": import.meta.dirname };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: [
            "tests/{zh,lake,server,content,studio,i18n,search,card,import,rich-text,demo,lint}/**/*.test.ts",
          ],
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
          globalSetup: ["tests/e2e/global-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // One site for all files: what one publishes, another would find in its sitemap.
          fileParallelism: false,
          // A browser on a loaded machine may miss a moment; what fails twice is broken. The report names what was tried again.
          retry: 1,
        },
      },
    ],
  },
});
