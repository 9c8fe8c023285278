import { z } from "zod";

const blank = (value: unknown) => (value === "" ? undefined : value);
const optional = z.preprocess(blank, z.string().optional());

const environmentSchema = z.object({
  IMPORT_LAKE_URL: z.url().optional(),
  IMPORT_LAKE_TOKEN: optional,
  LAKE_PROJECT_ID: z.preprocess(blank, z.string().default("yiwen")),
  SANITY_PROJECT_ID: optional,
  SANITY_DATASET: z.preprocess(blank, z.string().default("production")),
  SANITY_API_HOST: z.preprocess(blank, z.url().default("https://api.sanity.io")),
  SANITY_API_TOKEN: optional,
});

/** Where the articles go: the lake that gave the command, or hosted Sanity. */
export type Target = {
  projectId: string;
  dataset: string;
  apiHost: string;
  useProjectHostname: boolean;
  token: string;
};

/** Read where to write from the environment; `null` where nothing tells it. */
export function readTarget(
  environment: Record<string, string | undefined> = process.env,
): Target | null {
  const env = environmentSchema.parse(environment);
  const { SANITY_DATASET: dataset } = env;
  if (env.SANITY_PROJECT_ID !== undefined && env.SANITY_API_TOKEN !== undefined)
    return {
      projectId: env.SANITY_PROJECT_ID,
      dataset,
      apiHost: env.SANITY_API_HOST,
      useProjectHostname: true,
      token: env.SANITY_API_TOKEN,
    };
  if (env.IMPORT_LAKE_URL === undefined || env.IMPORT_LAKE_TOKEN === undefined) return null;
  return {
    projectId: env.LAKE_PROJECT_ID,
    dataset,
    apiHost: env.IMPORT_LAKE_URL,
    useProjectHostname: false,
    token: env.IMPORT_LAKE_TOKEN,
  };
}
