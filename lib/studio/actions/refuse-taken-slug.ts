import { useToast } from "@sanity/ui";
import { useEffect, useRef, useState } from "react";
import { type DocumentActionComponent, useClient, useCurrentLocale, useSyncState } from "sanity";
import { z } from "zod";

import { sayIn } from "@/lib/studio/locale/say";
import { takenSlugs } from "@/lib/studio/taken-slugs";

const sluggedSchema = z.object({ slug: z.object({ current: z.string() }) });

const glance = 50;

const made = new WeakMap<DocumentActionComponent, DocumentActionComponent>();

/**
 * Look once more whether a slug is free, at the moment of publishing.
 *
 * The form looks when the slug is typed; two people who type the same one at the same time would both be
 * let through. Here each has sent the own draft before looking for the other's. The same action always
 * answers the same, or it would lose its state at every render.
 */
export function refuseTakenSlug(publish: DocumentActionComponent): DocumentActionComponent {
  const known = made.get(publish) ?? looking(publish);
  made.set(publish, known);
  return known;
}

function looking(usePublish: DocumentActionComponent): DocumentActionComponent {
  const useLookingPublish: DocumentActionComponent = (props) => {
    const action = usePublish(props);
    const { id, type, draft } = props;
    const { id: locale } = useCurrentLocale();
    const { push } = useToast();
    const client = useClient({ apiVersion: "2025-02-19" });
    const { isSyncing } = useSyncState(id, type);
    const newest = useRef({ action, draft, isSyncing });
    const [isLooking, setIsLooking] = useState(false);
    useEffect(() => {
      newest.current = { action, draft, isSyncing };
    });
    if (action === null) return null;

    const isTaken = async () => {
      await until(() => !newest.current.isSyncing);
      const slug = sluggedSchema.safeParse(newest.current.draft).data?.slug.current;
      if (slug === undefined) return false;
      // A lake that does not answer this one will say the same of the publish itself.
      const taken = await takenSlugs(slug, { id, type }, client).catch(() => null);
      return taken?.has(slug) ?? false;
    };
    const publish = async () => {
      setIsLooking(true);
      try {
        if (!(await isTaken())) return newest.current.action?.onHandle?.();
        push({
          closable: true,
          status: "error",
          title: sayIn("没有发布：网址别名已经被另一篇用了", locale),
          description: sayIn("请换一个网址别名，再发布一次", locale),
        });
      } finally {
        setIsLooking(false);
      }
    };
    return {
      ...action,
      disabled: action.disabled === true || isLooking,
      onHandle: () => void publish(),
    };
  };
  useLookingPublish.action = "publish";
  return useLookingPublish;
}

async function until(isSo: () => boolean): Promise<void> {
  if (isSo()) return;
  await new Promise((done) => setTimeout(done, glance));
  await until(isSo);
}
