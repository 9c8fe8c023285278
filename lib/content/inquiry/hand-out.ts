import { inquiryDrafts, type Draft } from "@/lib/content/inquiry/drafts";
import { challengeFor } from "@/lib/content/inquiry/proof";
import { readSource, type Source } from "@/lib/content/inquiry/source";
import { newForm, signStamp, stampSecret } from "@/lib/content/inquiry/stamp";
import { getPage } from "@/lib/content/pages";
import type { Locale } from "@/lib/i18n/locales";

/** A form to be filled in, or filled in again. */
export type InquiryForm = Pick<Draft, "typed" | "faults" | "trouble"> & {
  /** Under which what was typed is kept; `null` on a fresh form. */
  draft: string | null;
  source: Source | null;
  stamp: string;
  /** Work for the browser of whoever fills it in, as JSON. */
  challenge: string;
  hasPrivacyPage: boolean;
};

type Asked = { draft: string | null; from: string | null };

const blank = {
  typed: { name: "", phone: "", message: "", consent: false },
  faults: {},
  trouble: null,
};

/** Hand out a form: as its writer left it, or blank and about the page that the visitor comes from. */
export async function inquiryForm(asked: Asked, locale: Locale): Promise<InquiryForm> {
  const draft = asked.draft === null ? null : inquiryDrafts().find(asked.draft);
  const { typed, faults, trouble } = draft ?? blank;
  const now = Date.now();
  const form = draft?.stamp ?? newForm(now);
  const [privacy, source, challenge] = await Promise.all([
    getPage("privacy", locale).catch(() => null),
    sourceOf(draft?.from ?? asked.from, locale),
    challengeFor(form.id, stampSecret(), now),
  ]);
  return {
    typed,
    faults,
    trouble,
    draft: draft && asked.draft,
    source,
    stamp: signStamp({ ...form, privacyVersion: privacy?._rev ?? "" }, stampSecret()),
    challenge,
    hasPrivacyPage: privacy !== null,
  };
}

async function sourceOf(from: string | null, locale: Locale): Promise<Source | null> {
  return from === null ? null : readSource(from, locale).catch(() => null);
}
