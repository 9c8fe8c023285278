import { z } from "zod";

export type ScheduleKind = "publish" | "unpublish";

const releaseSchema = z.object({
  name: z.string(),
  at: z.string().nullish(),
  error: z.string().nullish(),
  versions: z.array(
    z.object({
      _id: z.string(),
      _type: z.string(),
      title: z.string().nullish().catch(null),
      isRemoval: z.boolean().nullish(),
    }),
  ),
});

/** A document that waits for its moment: a release that holds it alone. */
export type Schedule = {
  release: string;
  document: string;
  type: string;
  title: string | null;
  kind: ScheduleKind;
  /** ISO time. */
  at: string | null;
  /** Why it did not happen; then it waits for a new moment. */
  error: string | null;
};

/** Versions have ids `versions.<release>.<document>`; a release that failed is active again and says why. */
export const schedulesQuery = `*[_type == "system.release" && (state == "scheduled" || (state == "active" && defined(error)))]
  | order(publishAt asc) {
  name,
  "at": coalesce(publishAt, metadata.intendedPublishAt),
  "error": error.message,
  "versions": *[_id in path("versions." + ^.name + ".**")]{ _id, _type, title, "isRemoval": _system.delete == true }
}[count(versions) > 0]`;

/** @throws {ZodError} when the answer is not what the query asks for. */
export function readSchedules(answer: unknown): Schedule[] {
  return z
    .array(releaseSchema)
    .parse(answer)
    .flatMap(({ name, at, error, versions }) =>
      versions.map(({ _id, _type, title, isRemoval }) => ({
        release: name,
        document: _id.slice(`versions.${name}.`.length),
        type: _type,
        title: title ?? null,
        kind: isRemoval === true ? ("unpublish" as const) : ("publish" as const),
        at: at ?? null,
        error: error ?? null,
      })),
    );
}

type Action = { actionType: string } & Record<string, unknown>;

const release = (name: string, releaseId: string, more: object = {}): Action => ({
  actionType: `sanity.action.release.${name}`,
  releaseId,
  ...more,
});

const version = (name: string, more: object): Action => ({
  actionType: `sanity.action.document.version.${name}`,
  ...more,
});

export type NewSchedule = {
  releaseId: string;
  document: string;
  kind: ScheduleKind;
  title: string;
  publishAt: string;
};

/**
 * Schedule one document: a release that holds it alone.
 *
 * A draft moves into its version, so that nobody edits words that will not be published.
 */
export function createSchedule(wanted: NewSchedule): Action[] {
  const { releaseId, document, kind, title, publishAt } = wanted;
  const versionId = `versions.${releaseId}.${document}`;
  const metadata = {
    title,
    releaseType: "scheduled",
    cardinality: "one",
    intendedPublishAt: publishAt,
  };
  const draft = `drafts.${document}`;
  return [
    release("create", releaseId, { metadata }),
    ...(kind === "publish"
      ? [
          version("create", { publishedId: document, baseId: draft, versionId }),
          version("discard", { versionId: draft }),
        ]
      : [version("unpublish", { versionId, publishedId: document })]),
    release("schedule", releaseId, { publishAt }),
  ];
}

export const moveSchedule = ({ release: id }: Schedule, publishAt: string): Action[] => [
  release("schedule", id, { publishAt }),
];

const textSchema = z
  .object({ title: z.string().nullish().catch(null), _updatedAt: z.string() })
  .transform(({ title, _updatedAt }) => ({ title: title ?? null, changedAt: _updatedAt }));

const rivalsSchema = z.object({ scheduled: textSchema, draft: textSchema.nullable() });

/** What waits for its moment, and the draft that was begun after it, if any: only one can be the draft. */
export type Rivals = z.infer<typeof rivalsSchema>;

export const rivalsQuery = `{
  "scheduled": *[_id == $version][0]{ title, _updatedAt },
  "draft": *[_id == $draft][0]{ title, _updatedAt }
}`;

export const rivalsOf = ({ release: id, document }: Schedule) => ({
  version: `versions.${id}.${document}`,
  draft: `drafts.${document}`,
});

/** @throws {ZodError} when what was scheduled is no longer there. */
export const readRivals = (answer: unknown): Rivals => rivalsSchema.parse(answer);

/** Which text is the draft after a schedule: the scheduled one, if there is no other; else the one an editor chose. */
export type Kept = "only" | "scheduled" | "draft";

/**
 * Give up a schedule; what was to be published becomes a draft again.
 *
 * The other text is gone after a choice. With `only` it is refused when there is a draft: nobody has been asked.
 */
export function cancelSchedule(schedule: Schedule, kept: Kept): Action[] {
  const { release: id, document: publishedId, kind, error } = schedule;
  const { version: baseId, draft: versionId } = rivalsOf(schedule);
  const ifExists = kept === "draft" ? "ignore" : "fail";
  const back = [
    ...(kept === "scheduled" ? [version("discard", { versionId })] : []),
    version("create", { publishedId, baseId, versionId, ifExists }),
  ];
  return [
    ...(kind === "publish" ? back : []),
    ...(error === null ? [release("unschedule", id)] : []),
    release("archive", id),
    release("delete", id),
  ];
}
