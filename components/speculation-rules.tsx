const rules = {
  prefetch: [
    {
      where: {
        and: [
          { href_matches: "/zh-*" },
          { not: { selector_matches: '[rel~="nofollow"], [target="_blank"]' } },
        ],
      },
      eagerness: "moderate",
    },
  ],
};

/** Lets the browser fetch the page behind a link that is about to be followed. */
export function SpeculationRules() {
  return (
    <script type="speculationrules" dangerouslySetInnerHTML={{ __html: JSON.stringify(rules) }} />
  );
}
