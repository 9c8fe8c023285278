import { describe, expect, it } from "vitest";

import { iconAddress } from "@/lib/content/icons";
import { pictureSchema } from "@/lib/content/media";

const logo = (format: string) =>
  pictureSchema.parse({ asset: { _ref: `image-abc123-512x512-${format}` } });

describe("iconAddress", () => {
  it("is the logo on paper, square and opaque", () => {
    expect(iconAddress({ logo: logo("png") }, 180)).toMatch(
      /^\/api\/lake\/images\/.*abc123-512x512\.png\?w=180&h=180&fit=fill&bg=faf8f3&fm=png$/,
    );
  });

  it.each([null, logo("svg")])(
    "is a seal of ours where no picture can be cut from the logo",
    (none) => {
      expect(iconAddress({ logo: none }, 192)).toBe("/icons/192.png");
    },
  );
});
