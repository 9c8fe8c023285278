import { createClient, type SanityClient } from "@sanity/client";
import type { Page } from "playwright-core";

import { describe, expect, keepScreenshot, test } from "./browser.ts";
import { editorClient } from "./content-editor.ts";
import type { RunningSite } from "./site-process.ts";

type Stored = {
  _id: string;
  name: string;
  phone: string;
  sourceUrl?: string;
  locale: string;
  consentVersion: string;
  status: string;
};

const messageOf = () => `两台旧泵想换成磁力泵，请回电。${crypto.randomUUID()}`;

const byMessage = `*[_type == "inquiry" && message == $message]`;

function storedWith(site: RunningSite, message: string): Promise<Stored[]> {
  return editorClient(site).fetch<Stored[]>(byMessage, { message });
}

async function fillIn(page: Page, message: string, phone = "154-0000-0999"): Promise<void> {
  await page.locator("#name").fill("于先生");
  await page.locator("#phone").fill(phone);
  await page.locator("#message").fill(message);
  await page.locator("#consent").check();
}

/** Longer than the site wants of somebody without proof of work. */
const slowly = (page: Page) => page.waitForTimeout(4_100);
const send = (page: Page) => page.locator('main form button[type="submit"]').click();
const heading = (page: Page) => page.getByRole("heading", { level: 1 }).textContent();

function strangerClient({ lakeUrl }: RunningSite): SanityClient {
  return createClient({
    projectId: "yiwen",
    dataset: "production",
    apiHost: lakeUrl,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: "2025-02-19",
    perspective: "raw",
  });
}

describe("a visitor without JavaScript", () => {
  test("writes about an article, is thanked, and only the company can read it", async ({
    openContext,
    site,
  }) => {
    const page = await (await openContext({ javaScriptEnabled: false })).newPage();
    const slug = await editorClient(site).fetch<string>(
      `*[_type == "article" && _id in path("*") && defined(contact)][0].slug.current`,
    );
    await page.goto(`/zh-Hant/news/${slug}`);
    const title = await heading(page);
    await page.getByRole("link", { name: "就本文諮詢" }).click();
    expect(new URL(page.url()).searchParams.get("from")).toBe(`/news/${slug}`);
    expect(await page.getByRole("main").textContent()).toContain(title);
    const message = messageOf();
    await fillIn(page, message);
    await slowly(page);
    await send(page);
    expect(new URL(page.url()).pathname).toBe("/zh-Hant/contact/thanks");
    expect(await heading(page)).toBe("留言已收到");

    const [stored, ...more] = await storedWith(site, message);
    expect(more).toEqual([]);
    const revision = await editorClient(site).fetch<string>(`*[_id == "page-privacy"][0]._rev`);
    expect(stored).toMatchObject({
      _id: expect.stringMatching(/^inquiry\.[\da-f-]{36}$/),
      name: "于先生",
      phone: "154-0000-0999",
      sourceUrl: `/zh-Hant/news/${slug}`,
      locale: "zh-Hant",
      consentVersion: revision,
      status: "new",
    });
    const stranger = strangerClient(site);
    expect(await stranger.fetch(byMessage, { message })).toEqual([]);
    expect((await stranger.getDocument(stored?._id ?? "")) ?? null).toBeNull();
  });

  test.for([
    { locale: "zh-Hans", link: "在线留言", fault: "这个电话打不通" },
    { locale: "zh-Hant", link: "線上留言", fault: "這個電話打不通" },
  ] as const)(
    "keeps in $locale what was typed when the number is wrong",
    async ({ locale, link, fault }, { openContext, site }) => {
      const page = await (await openContext({ javaScriptEnabled: false })).newPage();
      await page.goto(`/${locale}/contact`);
      await page.getByRole("main").getByRole("link", { name: link }).click();
      const message = messageOf();
      await fillIn(page, message, "12");
      await send(page);
      expect(await page.getByRole("alert").textContent()).toContain(fault);
      const phone = page.locator("#phone");
      expect(await phone.getAttribute("aria-invalid")).toBe("true");
      expect(await page.locator("#phone-fault").textContent()).toContain(fault);
      expect(await page.locator("[aria-invalid]").count()).toBe(1);
      expect(await phone.inputValue()).toBe("12");
      expect(await page.locator("#message").inputValue()).toBe(message);
      expect(await page.locator("#consent").isChecked()).toBe(true);
      expect(decodeURIComponent(page.url())).not.toContain("磁力泵");
      expect(await storedWith(site, message)).toEqual([]);
      await phone.fill("154-0000-0999");
      await slowly(page);
      await send(page);
      expect(await heading(page)).toBe("留言已收到");
      expect(await storedWith(site, message)).toHaveLength(1);
    },
  );
});

describe("a browser with JavaScript", () => {
  const write = async (page: Page, message: string) => {
    await page.goto("/zh-Hans/contact/message");
    await fillIn(page, message);
    await slowly(page);
    await send(page);
    await page.waitForURL(/thanks|draft/);
    return heading(page);
  };

  test("proves its work, and so may write more often than one without", async ({ openContext }) => {
    const withScript = await (await openContext()).newPage();
    for (let count = 0; count < 3; count += 1)
      expect(await write(withScript, messageOf())).toBe("留言已收到");
    const without = await (await openContext({ javaScriptEnabled: false })).newPage();
    for (let count = 0; count < 2; count += 1)
      expect(await write(without, messageOf())).toBe("留言已收到");
    const message = messageOf();
    expect(await write(without, message)).toBe("在线留言");
    expect(await without.getByRole("alert").textContent()).toContain("提交过于频繁");
    expect(await without.locator("#message").inputValue()).toBe(message);
  });

  test("that may do no cryptography, over plain http, writes all the same", async ({
    openContext,
    site,
  }) => {
    const context = await openContext();
    await context.addInitScript("Object.defineProperty(crypto, 'subtle', { value: undefined })");
    const page = await context.newPage();
    const message = messageOf();
    expect(await write(page, message)).toBe("留言已收到");
    expect(await storedWith(site, message)).toHaveLength(1);
  });
});

describe("a program", () => {
  test("that fills in the hidden field is thanked, and nothing is kept", async ({ page, site }) => {
    await page.goto("/zh-Hans/contact/message");
    const message = messageOf();
    await fillIn(page, message);
    await page.locator("#topic").evaluate((field) => field.setAttribute("value", "buy"));
    await slowly(page);
    await send(page);
    expect(await heading(page)).toBe("留言已收到");
    expect(await storedWith(site, message)).toEqual([]);
  });

  test("that is faster than a person is thanked, and nothing is kept", async ({ site }) => {
    const message = messageOf();
    const html = await (await fetch(`${site.url}/zh-Hans/contact/message`)).text();
    const stamp = /name="stamp" value="([^"]+)"/.exec(html)?.[1] ?? "";
    const answer = await post(site, { message, stamp });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/zh-Hans/contact/thanks");
    expect(await storedWith(site, message)).toEqual([]);
  });

  test.for([
    {
      name: "from another site",
      headers: { origin: "https://evil.example" },
      size: 10,
      status: 403,
    },
    { name: "of 60 KB", headers: {}, size: 60_000, status: 413 },
  ])("is refused a form $name", async ({ headers, size, status }, { site }) => {
    const answer = await post(site, { message: "a".repeat(size) }, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  test("that makes up a stamp gets its form back instead", async ({ site }) => {
    const answer = await post(site, { message: messageOf(), stamp: "made.up" });
    expect(answer.headers.get("location")).toMatch(/\/contact\/message\?draft=[\da-f-]{36}$/);
  });
});

function post(
  site: RunningSite,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const whole = { name: "于先生", phone: "154-0000-0999", consent: "yes", locale: "zh-Hans" };
  return fetch(`${site.url}/api/inquiries`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ ...whole, ...fields }),
    headers,
  });
}

describe("the form", () => {
  test("is never kept by a cache and takes no address but ours", async ({ site }) => {
    const from = encodeURIComponent("//evil.example/news");
    const answer = await fetch(`${site.url}/zh-Hans/contact/message?from=${from}`);
    expect(answer.headers.get("cache-control")).toMatch(/no-store/);
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(await answer.text()).not.toContain('action="//evil');
  });

  test.for([
    { name: "phone", width: 360, height: 780 },
    { name: "desktop", width: 1440, height: 900 },
  ])("can be looked at on a $name", async ({ name, width, height }, { openContext }) => {
    for (const [locale, colorScheme] of [
      ["zh-Hans", "light"],
      ["zh-Hant", "dark"],
    ] as const) {
      const context = await openContext({ viewport: { width, height }, colorScheme });
      const page = await context.newPage();
      await page.goto(`/${locale}/contact/message?from=/news/hf-m-xuanxing-biao`);
      await keepScreenshot(page, `inquiry-${name}-${colorScheme}`);
      await fillIn(page, "", "12");
      await send(page);
      await page.getByRole("alert").waitFor();
      await keepScreenshot(page, `inquiry-faults-${name}-${colorScheme}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBeLessThanOrEqual(0);
    }
  });
});
