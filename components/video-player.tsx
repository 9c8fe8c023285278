import { useTranslations } from "next-intl";

import { pictureUrl } from "@/components/picture";
import type { Video } from "@/lib/content/media";
import { formatDuration } from "@/lib/i18n/dates";
import { isLocale, localeNames, type Locale } from "@/lib/i18n/locales";

type Props = { video: Video; locale: Locale };

type Source = Video["source"];
type Provider = Extract<Source, { kind: "provider" }>["provider"];

const watchAddress: Record<Provider, (id: string) => string> = {
  bilibili: (id) => `https://www.bilibili.com/video/${id}`,
  tencent: (id) => `https://v.qq.com/x/page/${id}.html`,
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
};

/** A video that loads nothing until it is asked for, with captions and its words in writing. */
export function VideoPlayer({ video, locale }: Props) {
  const t = useTranslations("article");
  const { source, transcript, duration } = video;
  return (
    <div>
      <figure>
        {source.kind === "file" ? (
          <OwnVideo video={video} locale={locale} />
        ) : (
          <Elsewhere video={video} />
        )}
        {duration !== null && (
          <figcaption className="text-muted pt-2 text-xs tabular-nums">
            {t("duration", { duration: formatDuration(duration) })}
          </figcaption>
        )}
      </figure>
      {transcript && (
        <details className="border-rule mt-3 border-y text-sm">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">
            {t("transcript")}
          </summary>
          <p className="pb-4 whitespace-pre-line">{transcript}</p>
        </details>
      )}
    </div>
  );
}

function OwnVideo({ video, locale }: Props) {
  const { source, poster, captions } = video;
  if (source.kind !== "file") return null;
  const shown = captionsFor(
    locale,
    captions.map((track) => track.locale),
  );
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- the tracks are those the editors gave
    <video
      controls
      playsInline
      preload="none"
      poster={poster ? pictureUrl(poster, 1080) : undefined}
      width={1280}
      height={720}
      className="frame aspect-video"
    >
      <source src={source.file.path} type={`video/${source.file.extension}`} />
      {captions.map((track) => (
        <track
          key={track.locale}
          kind="captions"
          src={track.file.path}
          srcLang={track.locale}
          label={labelOf(track.locale)}
          default={track.locale === shown}
        />
      ))}
    </video>
  );
}

/** The reader's own captions, else those of the script that a region writes in. */
function captionsFor(locale: Locale, tags: readonly string[]): string | undefined {
  return tags.find((tag) => tag === locale) ?? tags.find((tag) => locale.startsWith(`${tag}-`));
}

function labelOf(tag: string): string {
  return isLocale(tag) ? localeNames[tag] : tag;
}

/** A video kept by a provider is watched there: nothing of theirs is loaded into our page. */
function Elsewhere({ video }: { video: Video }) {
  const t = useTranslations();
  const { source, poster } = video;
  if (source.kind !== "provider") return null;
  const provider = t(`provider.${source.provider}`);
  return (
    <a
      href={watchAddress[source.provider](source.id)}
      rel="noopener"
      className="frame relative block aspect-video"
    >
      {poster && (
        // oxlint-disable-next-line nextjs/no-img-element -- next/image needs scripts
        <img
          src={pictureUrl(poster, 1080)}
          width={1280}
          height={720}
          alt=""
          loading="lazy"
          className="frame aspect-video object-cover"
        />
      )}
      <span className="button absolute bottom-4 left-4">
        ▶ {t("article.watchOn", { provider })}
      </span>
    </a>
  );
}
