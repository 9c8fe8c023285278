/**
 * Keep the Studio from asking other hosts.
 *
 * It looks for newer versions of itself, tries whether its feedback service answers, and times a ping
 * to warn about HTTP/1.1; none of that can be switched off. Those requests are answered here instead,
 * so that nothing leaves the machine and no failure is reported that an editor could not mend.
 */
export function stayHome(): void {
  const fetchOutside = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, window.location.href);
    const isPing = url.pathname.endsWith("/ping");
    if (url.origin === window.location.origin && !isPing) return fetchOutside(input, init);
    if (url.protocol === "blob:" || url.protocol === "data:") return fetchOutside(input, init);
    return Promise.resolve(
      Response.json({}, { status: isVersionCheck(url) || isPing ? 200 : 503 }),
    );
  };
}

/** An unanswered version check is printed as an error; an empty answer means "nothing newer". */
const isVersionCheck = ({ pathname }: URL): boolean => pathname.startsWith("/v1/modules/");
