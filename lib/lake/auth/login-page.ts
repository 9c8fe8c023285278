import { html } from "hono/html";

import type { LakeContext } from "#lake/auth/identity.ts";
import type { LoginText } from "#lake/auth/login-text.ts";
import { describedBy, problemParagraph, sendPage, type Page } from "#lake/auth/page.ts";

type LoginPage = {
  text: LoginText;
  login?: string | undefined;
  problem?: string;
} & Pick<Page, "status" | "retryAfter">;

/** Send the login form. It works without scripts: the form posts to its own address. */
export function sendLoginPage(
  c: LakeContext,
  { text, login = "", problem, ...page }: LoginPage,
): Response | Promise<Response> {
  const { lang, title, lead, help } = text;
  const content = html`${problemParagraph(problem)}
    <form method="post">
      <label for="login">${text.login}</label>
      <input
        id="login"
        name="login"
        value="${login}"
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        required
        maxlength="100"
        ${login === "" ? "autofocus" : ""}
        ${describedBy(problem)}
      />
      <label for="password">${text.password}</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="current-password"
        required
        maxlength="200"
        ${login === "" ? "" : "autofocus"}
        ${describedBy(problem)}
      />
      <button type="submit">${text.submit}</button>
    </form>`;
  return sendPage(c, { lang, title, lead, content, help, ...page });
}
