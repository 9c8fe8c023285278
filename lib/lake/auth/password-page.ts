import { html } from "hono/html";

import type { LakeContext } from "#lake/auth/identity.ts";
import { describedBy, problemParagraph, sendPage, type Page } from "#lake/auth/page.ts";
import type { PasswordText } from "#lake/auth/password-text.ts";

type PasswordPage = {
  text: PasswordText;
  name: string;
  login: string;
  problem?: string;
} & Pick<Page, "status" | "retryAfter">;

/** Send the form for a new password. The login stands in it unseen, for the browser's store of passwords. */
export function sendPasswordPage(
  c: LakeContext,
  { text, name, login, problem, ...page }: PasswordPage,
): Response | Promise<Response> {
  const field = (id: string, label: string, autocomplete: string) =>
    html`<label for="${id}">${label}</label>
      <input
        id="${id}"
        name="${id}"
        type="password"
        autocomplete="${autocomplete}"
        required
        maxlength="200"
        ${describedBy(problem)}
      />`;
  const content = html`${problemParagraph(problem)}
    <form method="post">
      <input type="hidden" name="username" value="${login}" autocomplete="username" />
      ${field("current", text.current, "current-password")}
      ${field("fresh", text.fresh, "new-password")} ${field("repeat", text.repeat, "new-password")}
      <button type="submit">${text.submit}</button>
    </form>`;
  return sendPage(c, { ...headOf(text, name), content, help: text.help, ...page });
}

/** Say that the password is another one now. */
export function sendPasswordDone(
  c: LakeContext,
  { text, name, studio }: { text: PasswordText; name: string; studio: string },
): Response | Promise<Response> {
  const content = html`<p class="done" role="status">${text.done}</p>
    <p><a href="${studio}">${text.back}</a></p>`;
  return sendPage(c, { ...headOf(text, name), content, help: "" });
}

const headOf = ({ lang, title, lead }: PasswordText, name: string) => ({
  lang,
  title,
  lead: lead(name),
});
