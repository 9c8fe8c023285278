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

/** Give up a schedule; what was to be published becomes a draft again, unless a newer one exists. */
export function cancelSchedule({ release: id, document, kind, error }: Schedule): Action[] {
  const versionId = `versions.${id}.${document}`;
  const back = {
    publishedId: document,
    baseId: versionId,
    versionId: `drafts.${document}`,
    ifExists: "ignore",
  };
  return [
    ...(kind === "publish" ? [version("create", back)] : []),
    ...(error === null ? [release("unschedule", id)] : []),
    release("archive", id),
    release("delete", id),
  ];
}
