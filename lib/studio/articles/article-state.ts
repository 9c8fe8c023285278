export type StoredAs = { isPublished: boolean; hasDraft: boolean; isScheduled: boolean };

type State = { text: string; tone: "positive" | "caution" | "primary" };

/** Say where an article stands: what readers see, what they do not see yet, what waits for its moment. */
export function articleStates({ isPublished, hasDraft, isScheduled }: StoredAs): State[] {
  const states: State[] = [];
  if (isPublished) states.push({ text: "已发布", tone: "positive" });
  if (hasDraft) states.push({ text: isPublished ? "有未发布的修改" : "草稿", tone: "caution" });
  if (isScheduled) states.push({ text: "已定时", tone: "primary" });
  return states;
}
