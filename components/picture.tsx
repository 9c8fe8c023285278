import type { CSSProperties } from "react";

import type { Picture as PictureData } from "@/lib/content/media";

const widths = [240, 360, 480, 640, 800, 1080, 1440, 1920];

type Props = {
  picture: PictureData;
  /** The widths the picture is shown at, as the `sizes` attribute of an image. */
  sizes: string;
  /** Shown above the fold: fetched first, and its blurred preview drawn meanwhile. */
  isLead?: boolean;
  className?: string;
  /** Always on the first screen, as the company's mark is. */
  isEager?: boolean;
  /** Say nothing about the picture, where the text beside it says it all. */
  isDecorative?: boolean;
};

/** An image in the sizes the screen needs, its room kept free from the start. */
export function Picture({
  picture,
  sizes,
  isLead = false,
  isEager = isLead,
  className = "",
  isDecorative = false,
}: Props) {
  const { width, height, alt } = picture;
  return (
    // oxlint-disable-next-line nextjs/no-img-element -- next/image needs scripts; the lake makes the sizes
    <img
      src={pictureUrl(picture, Math.min(width, 1080))}
      srcSet={sourceSet(picture)}
      sizes={sizes}
      width={width}
      height={height}
      alt={isDecorative ? "" : alt}
      loading={isEager ? "eager" : "lazy"}
      fetchPriority={isLead ? "high" : "auto"}
      decoding="async"
      className={`frame ${className}`}
      style={styleOf(picture, isLead)}
    />
  );
}

/** The address of a picture at a width; a drawing of lines has but one size. */
export function pictureUrl({ path, rect, isVector }: PictureData, width: number): string {
  if (isVector) return path;
  const query = new URLSearchParams({ w: `${width}`, auto: "format" });
  if (rect !== null) query.set("rect", rect);
  return `${path}?${query.toString().replaceAll("%2C", ",")}`;
}

function sourceSet(picture: PictureData): string | undefined {
  if (picture.isVector) return undefined;
  const useful = widths.filter((width) => width < picture.width);
  const all = useful.length === widths.length ? useful : [...useful, picture.width];
  return all.map((width) => `${pictureUrl(picture, width)} ${width}w`).join(", ");
}

function styleOf({ focus, lqip }: PictureData, isLead: boolean): CSSProperties {
  return {
    ...(focus && { objectPosition: `${percent(focus.x)} ${percent(focus.y)}` }),
    ...(isLead && lqip && { backgroundImage: `url(${lqip})`, backgroundSize: "cover" }),
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
