type Props = { data: Record<string, unknown> };

/** Facts for search engines; no text in it can end the element early. */
export function JsonLd({ data }: Props) {
  const json = JSON.stringify({ "@context": "https://schema.org", ...data });
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: json.replaceAll("<", "\\u003c") }}
    />
  );
}
