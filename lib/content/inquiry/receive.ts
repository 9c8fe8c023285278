import { inquiryDrafts, type Trouble } from "@/lib/content/inquiry/drafts";
import { faultsIn, type Faults, type Fields } from "@/lib/content/inquiry/form";
import { isProof, spentProofs } from "@/lib/content/inquiry/proof";
import { messageLimit, unprovenLimit, unprovenTotal } from "@/lib/content/inquiry/rate-limit";
import { readSource } from "@/lib/content/inquiry/source";
import { ageOf, newForm, readStamp, stampSecret, type Stamp } from "@/lib/content/inquiry/stamp";
import { inquiryId, storeInquiry, type Inquiry } from "@/lib/content/inquiry/store";
import type { Locale } from "@/lib/i18n/locales";

/** What became of a posted form; `ignored` looks to its sender as if it had been received. */
export type Outcome =
  | { is: "received"; inquiry: Inquiry }
  | { is: "ignored" }
  | { is: "returned"; draft: string };

type Sent = { fields: Fields; locale: Locale; visitor: string; now: number };

/** Take a message, or give it back with everything that was typed and what is to be mended. */
export async function receive(sent: Sent): Promise<Outcome> {
  const { fields, visitor, now } = sent;
  if (fields.topic !== "") return { is: "ignored" };
  const stamp = readStamp(fields.stamp, stampSecret());
  const isProven = stamp !== null && (await isProof(fields.altcha, stamp.id, stampSecret()));
  const age = stamp === null ? "tooOld" : ageOf(stamp, now, isProven);
  if (stamp === null || age === "tooOld") return giveBack(sent, { stamp: null, trouble: "again" });
  const faults = faultsIn(fields);
  if (Object.keys(faults).length > 0) return giveBack(sent, { stamp, faults });
  if (age === "tooQuick") return giveBack(sent, { stamp, trouble: "again" });
  if (age === "tooYoung") {
    // Who already had it back is a person, and quick.
    const isPerson = inquiryDrafts().find(fields.draft) !== null;
    return isPerson ? giveBack(sent, { stamp, trouble: "again" }) : { is: "ignored" };
  }
  const isPaid = isProven && spentProofs().spend(stamp.id, inquiryId(stamp.id, fields));
  if (!isWithinLimits(visitor, isPaid)) return giveBack(sent, { stamp, trouble: "tooMany" });
  return store(sent, stamp);
}

/** Without JavaScript there is no proof of work: then fewer messages are taken, from one visitor and from all. */
function isWithinLimits(visitor: string, isPaid: boolean): boolean {
  if (!messageLimit().take(visitor)) return false;
  return isPaid || (unprovenLimit().take(visitor) && unprovenTotal().take(""));
}

async function store(sent: Sent, stamp: Stamp): Promise<Outcome> {
  const { fields, locale, now } = sent;
  const { name, phone, message } = fields;
  try {
    const source = await readSource(fields.from, locale).catch(() => null);
    const inquiry: Inquiry = {
      id: inquiryId(stamp.id, fields),
      name,
      phone,
      message,
      locale,
      from: source?.path ?? null,
      consentAt: new Date(now).toISOString(),
      consentVersion: stamp.privacyVersion,
    };
    await storeInquiry(inquiry);
    inquiryDrafts().forget(fields.draft);
    return { is: "received", inquiry };
  } catch (error) {
    console.warn("inquiry: a message could not be stored and was given back to its writer", error);
    return giveBack(sent, { stamp, trouble: "failed" });
  }
}

type Return = { stamp: Stamp | null; faults?: Faults; trouble?: Trouble | null };

function giveBack(
  { fields, now }: Sent,
  { stamp, faults = faultsIn(fields), trouble = null }: Return,
): Outcome {
  const { name, phone, message, consent } = fields;
  inquiryDrafts().forget(fields.draft);
  const draft = inquiryDrafts().keep({
    typed: { name, phone, message, consent },
    faults,
    trouble,
    stamp: stamp ?? newForm(now),
    from: fields.from || null,
  });
  return { is: "returned", draft };
}
