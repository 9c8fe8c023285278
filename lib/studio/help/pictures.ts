import checkHans from "./pictures/check.zh-Hans.webp";
import checkHant from "./pictures/check.zh-Hant.webp";
import glossaryHans from "./pictures/glossary.zh-Hans.webp";
import glossaryHant from "./pictures/glossary.zh-Hant.webp";
import inboxHans from "./pictures/inbox.zh-Hans.webp";
import inboxHant from "./pictures/inbox.zh-Hant.webp";
import scheduleHans from "./pictures/schedule.zh-Hans.webp";
import scheduleHant from "./pictures/schedule.zh-Hant.webp";
import scriptsHans from "./pictures/scripts.zh-Hans.webp";
import scriptsHant from "./pictures/scripts.zh-Hant.webp";
import writeHans from "./pictures/write.zh-Hans.webp";
import writeHant from "./pictures/write.zh-Hant.webp";

/** Pictures of this very Studio, in both interface languages: `node scripts/demo/make-help-pictures.ts` takes them anew. */
export const pictures = {
  write: { "zh-Hans": writeHans, "zh-Hant": writeHant },
  scripts: { "zh-Hans": scriptsHans, "zh-Hant": scriptsHant },
  check: { "zh-Hans": checkHans, "zh-Hant": checkHant },
  schedule: { "zh-Hans": scheduleHans, "zh-Hant": scheduleHant },
  inbox: { "zh-Hans": inboxHans, "zh-Hant": inboxHant },
  glossary: { "zh-Hans": glossaryHans, "zh-Hant": glossaryHant },
} as const;
