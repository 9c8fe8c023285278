import { z } from "zod";

/** A moment in ISO 8601, in any zone; read as the lake writes them, in UTC with milliseconds, so that texts can be compared. */
export const momentSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString());
