import { useTranslations } from "next-intl";

import { pictureUrl } from "@/components/picture";
import type { Video } from "@/lib/content/media";
import { playerAddress, type ProviderSource } from "@/lib/content/players";
import { formatDuration } from "@/lib/i18n/dates";
import { isLocale, localeNames, type Locale } from "@/lib/i18n/locales";

type Props = { video: Video; locale: Locale };

type Provider = ProviderSource["provider"];

/** Where a film is watched at its provider's. */
const watchAddresses: Record<Provider, (id: string) => string> = {
  bilibili: (id) => `https://www.bilibili.com/video/${id}`,
  tencent: (id) => `https://v.qq.com/x/page/${id}.html`,
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
};

/** The player, started by the click that asked for it. */
function playing(source: ProviderSource): string {
  const player = new URL(playerAddress(source));
  player.searchParams.set("autoplay", source.provider === "tencent" ? "true" : "1");
  return player.href;
}

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
          <ProviderVideo video={video} />
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

/** What browsers know by name; of any other file they look for themselves. */
const mediaTypes: Record<string, string> = {
  mp4: "video/mp4",
  m4v: "video/mp4",
  webm: "video/webm",
  ogv: "video/ogg",
};

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
      <source src={source.file.path} type={mediaTypes[source.file.extension]} />
      {captions.map((track) => (
        <track
          key={track.locale}
          kind="captions"
          src={track.file.path}
          srcLang={track.locale}
          label={labelOf(track.locale)}
          data-shown={track.locale === shown ? "" : undefined}
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

/** A video kept by a provider: nothing of theirs is loaded before it is asked for; without scripts it is watched there. */
function ProviderVideo({ video }: { video: Video }) {
  const t = useTranslations();
  const { source, poster } = video;
  if (source.kind !== "provider") return null;
  const provider = t(`provider.${source.provider}`);
  return (
    <play-video
      data-player={playing(source)}
      data-title={t("article.playerTitle", { provider })}
      data-play={t("article.play", { provider })}
    >
      <a
        href={watchAddresses[source.provider](source.id)}
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
    </play-video>
  );
}
