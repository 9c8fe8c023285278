import type { SeedDocument } from "./article.ts";
import { careers } from "./articles/careers.ts";
import { company2024 } from "./articles/company-2024.ts";
import { company2025 } from "./articles/company-2025.ts";
import { company2026 } from "./articles/company-2026.ts";
import { insightsMore } from "./articles/insights-more.ts";
import { insights } from "./articles/insights.ts";
import { press } from "./articles/press.ts";
import { scheduled } from "./articles/scheduled.ts";
import { technologyMaking } from "./articles/technology-making.ts";
import { technologyPumps } from "./articles/technology-pumps.ts";
import { company } from "./company.ts";
import { glossary } from "./glossary.ts";
import { pages } from "./pages.ts";
import { authors, contactPeople } from "./people.ts";

/**
 * List everything the demo company has published, and the one article it is about to publish.
 *
 * Assets are named as @sanity/import does, relative to this folder. Only the scheduled release
 * depends on `now`.
 */
export function documents(now: Date): SeedDocument[] {
  return [
    ...company,
    ...glossary,
    ...authors,
    ...contactPeople,
    ...pages,
    ...company2024,
    ...company2025,
    ...company2026,
    ...technologyPumps,
    ...technologyMaking,
    ...insights,
    ...insightsMore,
    ...press,
    ...careers,
    ...scheduled(now),
  ];
}
