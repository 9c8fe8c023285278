import { useClient } from "sanity";

import { useLiveAnswer } from "@/lib/studio/use-live-answer";

import {
  cancelSchedule,
  createSchedule,
  type Kept,
  moveSchedule,
  type NewSchedule,
  readRivals,
  readSchedules,
  type Rivals,
  rivalsOf,
  rivalsQuery,
  type Schedule,
  schedulesQuery,
} from "./schedule";

const apiVersion = "2025-02-19";

/** Everything that waits for its moment, soonest first, as it changes; `null` until it is read. */
export function useSchedules(): readonly Schedule[] | null {
  return useLiveAnswer({
    query: schedulesQuery,
    changes: `*[_type == "system.release"]`,
    perspective: "raw",
    parse: readSchedules,
  });
}

export type ScheduleOperations = {
  create(wanted: Omit<NewSchedule, "releaseId">): Promise<void>;
  move(schedule: Schedule, publishAt: string): Promise<void>;
  cancel(schedule: Schedule, kept: Kept): Promise<void>;
  rivals(schedule: Schedule): Promise<Rivals>;
};

/** Each change is one transaction; it rejects with the lake's reason. */
export function useScheduleOperations(): ScheduleOperations {
  const client = useClient({ apiVersion });
  const act = async (actions: readonly object[]): Promise<void> => {
    const { dataset } = client.config();
    await client.request({
      uri: `/data/actions/${dataset ?? ""}`,
      method: "POST",
      body: { actions },
      tag: "schedule",
    });
  };
  return {
    create: (wanted) => act(createSchedule({ ...wanted, releaseId: newReleaseId() })),
    move: (schedule, publishAt) => act(moveSchedule(schedule, publishAt)),
    cancel: (schedule, kept) => act(cancelSchedule(schedule, kept)),
    rivals: async (schedule) =>
      readRivals(
        await client.fetch<unknown>(rivalsQuery, rivalsOf(schedule), { perspective: "raw" }),
      ),
  };
}

/** In the form of Sanity's own: `r` and letters. */
const newReleaseId = (): string => `r${crypto.randomUUID().replaceAll("-", "").slice(0, 10)}`;
