import { useClient } from "sanity";

/** Whether the Studio works with the embedded lake, not with hosted Sanity. */
export function useIsEmbedded(): boolean {
  const { useProjectHostname } = useClient({ apiVersion: "2025-02-19" }).config();
  return useProjectHostname === false;
}
