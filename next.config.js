import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { buildSync } from "esbuild";
import createNextIntlPlugin from "next-intl/plugin";
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from "next/constants.js";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

// The tests keep a build of their own, so that pages made for a developer's server do not reach them.
const distDir = process.env.NEXT_DIST_DIR ?? ".next";

const isForTests = distDir !== ".next";

/** @type {import("next").NextConfig} */
const config = {
  distDir,
  // next build writes its distDir into the tsconfig it is given; the project's own stays as it is.
  ...(isForTests && {
    typescript: { tsconfigPath: ".artifacts/tsconfig.json", ignoreBuildErrors: true },
  }),
  cacheHandler: join(import.meta.dirname, "cache-handler.js"),
  poweredByHeader: false,
  // The front door compresses what it caches; compressing here too would be paid twice.
  compress: process.env.NEXT_COMPRESS === "on",
  // The lake transforms images by URL.
  images: { unoptimized: true },
  // How long a stale page may be shown while its source is unreachable.
  expireTime: 31_536_000,
  // One question that came late on a busy machine must not end the whole build.
  experimental: { staticGenerationRetryCount: 4 },
  serverExternalPackages: ["sharp", "groq-js", "harfbuzzjs", "wawoff2"],
  // Found by reading a directory, so no platform that packs what is used can find them by itself.
  outputFileTracingIncludes: {
    "/*/card/**": ["./node_modules/@fontsource-variable/noto-serif-*/**"],
    "/icons/*": ["./node_modules/@fontsource-variable/noto-serif-*/**"],
  },
  typedRoutes: false,
  headers: () => [
    {
      // Their address holds their version.
      source: "/:script(islands|early).js",
      headers: [{ key: "cache-control", value: "public, max-age=31536000, immutable" }],
    },
  ],
  turbopack: {
    rules: {
      "**/@sanity-labs/ui-poc/dist/*.css": {
        loaders: [join(import.meta.dirname, "scripts/build/drop-remote-fonts.cjs")],
        as: "*.css",
      },
    },
  },
};

/** Bundle the custom elements of public pages; answers a name for this version of them. */
function buildIslands() {
  const { outputFiles } = buildSync({
    absWorkingDir: import.meta.dirname,
    entryPoints: {
      islands: "components/islands/main.ts",
      early: "components/islands/early.ts",
      "saved-worker": "components/islands/saved-worker.ts",
    },
    alias: { "@": import.meta.dirname },
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    outdir: "public",
    write: false,
  });
  const hash = createHash("sha256");
  mkdirSync(join(import.meta.dirname, "public"), { recursive: true });
  for (const { path, contents } of outputFiles) {
    hash.update(contents);
    writeFileSync(path, contents);
  }
  return hash.digest("hex").slice(0, 12);
}

export default function nextConfig(phase) {
  if (phase === PHASE_PRODUCTION_BUILD) {
    // Answers remembered by an earlier build would be prerendered as if they were today's.
    rmSync(join(import.meta.dirname, distDir, "cache/fetch-cache"), {
      recursive: true,
      force: true,
    });
  }
  const isMaking = phase === PHASE_PRODUCTION_BUILD || phase === PHASE_DEVELOPMENT_SERVER;
  return withNextIntl({
    ...config,
    ...(isMaking && { env: { ISLANDS_VERSION: buildIslands() } }),
  });
}
