const name = "yiwen.place";

type Place = { path: string; share: number };

const withoutLocale = (path: string) => path.replace(/^\/[^/]+/, "");

function scrollable(): number {
  return Math.max(1, document.documentElement.scrollHeight - innerHeight);
}

/** Return to the same place of the page after its script was changed; both texts are equally long. */
export function keepPlace(): void {
  restore();
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || target.closest('a[href^="/api/script"]') === null) return;
    const place: Place = { path: withoutLocale(location.pathname), share: scrollY / scrollable() };
    try {
      sessionStorage.setItem(name, JSON.stringify(place));
    } catch {
      // Where nothing may be kept, the page begins at its top.
    }
  });
}

function restore(): void {
  const place = takePlace();
  if (place?.path !== withoutLocale(location.pathname) || location.hash !== "") return;
  scrollTo({ top: place.share * scrollable(), behavior: "instant" });
}

function takePlace(): Place | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? "null");
    sessionStorage.removeItem(name);
    return isPlace(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== "object" || value === null) return false;
  return (
    "path" in value &&
    typeof value.path === "string" &&
    "share" in value &&
    typeof value.share === "number"
  );
}
