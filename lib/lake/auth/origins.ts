const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether an address belongs to the site that this lake serves: the origin of `publicUrl`.
 *
 * On a developer's machine localhost, 127.0.0.1 and [::1] are one site if the port is the same.
 * Other ports are strangers, although a browser calls them "same site" and sends them our cookie.
 */
export function isOwnOrigin(address: string, publicUrl: string): boolean {
  const given = URL.parse(address);
  const own = new URL(publicUrl);
  if (given === null) return false;
  if (given.origin === own.origin) return true;
  const areLocal = loopback.has(given.hostname) && loopback.has(own.hostname);
  return areLocal && given.port === own.port && given.protocol === own.protocol;
}
