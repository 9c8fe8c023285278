import { lookup } from "node:dns";
import { get as getPlain, type IncomingMessage } from "node:http";
import { get as getSecurely } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";

import { type Bytes, checkPicture, PictureError } from "./picture-bytes.ts";

const patience = 15_000;
const mostBytes = 20 * 1024 ** 2;

/** Addresses that lead to this machine or its network and so to what is nobody's picture. */
const inner = new BlockList();
for (const [address, length] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  inner.addSubnet(address, length, "ipv4");
for (const [address, length] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  inner.addSubnet(address, length, "ipv6");

/**
 * Fetch a picture from another host. It is not led on elsewhere, and no host of this network is asked:
 * that is looked at where the connection is made, so that a name cannot change its mind in between.
 *
 * @throws {PictureError} saying why not.
 */
export async function downloadPicture(url: URL): Promise<Bytes> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && isInner(host)) throw new PictureError("is on a host of this network");
  const response = await ask(url);
  if (response.statusCode !== 200) {
    response.destroy();
    throw new PictureError("cannot be reached");
  }
  return checkPicture(await limited(response), url.pathname);
}

function ask(url: URL): Promise<IncomingMessage> {
  const get = url.protocol === "https:" ? getSecurely : getPlain;
  const signal = AbortSignal.timeout(patience);
  return new Promise((resolve, reject) => {
    get(url, { lookup: lookupOutside, signal, agent: false }, resolve).on("error", (error) =>
      reject(
        error instanceof PictureError
          ? error
          : new PictureError("cannot be reached", { cause: error }),
      ),
    );
  });
}

const lookupOutside: LookupFunction = (host, options, answer) =>
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined)
      return answer(new PictureError("is on a host that cannot be found"), "");
    if (addresses.some(({ address }) => isInner(address)))
      return answer(new PictureError("is on a host of this network"), "");
    return options.all === true
      ? answer(null, addresses)
      : answer(null, first.address, first.family);
  });

const isInner = (address: string): boolean =>
  inner.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

async function limited(body: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > mostBytes) throw new PictureError("is larger than 20 MB");
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
