import { resolve } from "node:path";

import type { Cookie, Locator, Page } from "playwright-core";

import type { RunningSite } from "./site-process.ts";

/** The path of one of the demo's pictures. */
export const picture = (file: string): string =>
  resolve(import.meta.dirname, "../../demo/assets", file);

/** Who has logged in once in this file's browser, by account: the form need not be filled in before every test. */
const sessions = new Map<string, Cookie[]>();

/** The Studio as an editor handles it: by what is written on the screen. */
export class StudioDesk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Go to /studio; the first time be sent to the login page, log in, and come back to the desk. */
  async logIn({ login }: Pick<RunningSite, "login">): Promise<void> {
    const context = this.page.context();
    const known = sessions.get(login.user);
    if (known) await context.addCookies(known);
    await this.page.goto("/studio", { waitUntil: "commit" });
    if (!known) {
      await this.page.locator("input[name=login]").fill(login.user);
      await this.page.locator("input[name=password]").fill(login.password);
      await this.page.keyboard.press("Enter");
    }
    await this.page.getByText("网站设置").first().waitFor();
    sessions.set(login.user, await context.cookies());
  }

  /** Open the Studio, by whoever is logged in. */
  async enter(): Promise<void> {
    await this.go("/studio");
    await this.page.getByText("网站设置").first().waitFor();
  }

  /** Go to an address of the Studio: within it where it is open, as the browser's back and forward do. */
  async go(path: string): Promise<void> {
    const isOpen = await this.page.evaluate(
      () =>
        location.pathname.startsWith("/studio") &&
        document.querySelector("[data-ui=Navbar]") !== null,
    );
    if (!isOpen) return void (await this.page.goto(path, { waitUntil: "commit" }));
    await this.leave();
    await this.page.evaluate(goWithin, path);
  }

  /** Close every form and list: go to the bare desk, within the Studio. */
  async leave(): Promise<void> {
    await this.page.evaluate(goWithin, "/studio/structure");
    await this.page.getByTestId("form-view").waitFor({ state: "detached" });
  }

  /** Wait until the Studio has found the place that an intent names. */
  private async untilArrived(): Promise<void> {
    await this.page.waitForURL(({ pathname }) => !pathname.includes("/intent/"), {
      waitUntil: "commit",
    });
  }

  field(name: string): Locator {
    return this.page.getByTestId(`field-${name}`);
  }

  async create(type: string, title: string): Promise<void> {
    await this.go(`/studio/intent/create/template=${type};type=${type}/`);
    await this.untilArrived();
    await this.field("title").locator("input").fill(title);
  }

  async open(id: string): Promise<void> {
    await this.go(`/studio/intent/edit/id=${id};type=article/`);
    await this.untilArrived();
    await this.field("title").locator("input:not([readonly])").waitFor();
  }

  async retitle(title: string): Promise<void> {
    await this.field("title").locator("input").fill(title);
  }

  async suggestSlug(): Promise<string> {
    const field = this.field("slug");
    await field.getByRole("button", { name: "生成" }).click();
    const input = field.locator("input");
    await this.page.waitForFunction(
      (element) => element instanceof HTMLInputElement && element.value !== "",
      await input.elementHandle(),
    );
    return input.inputValue();
  }

  /** Search in the category field and take the answer with that address, by keyboard. */
  async pickCategory(words: string, slug: string): Promise<void> {
    await this.untilSaved();
    const search = this.page.getByPlaceholder("输入以搜索");
    const others = (await search.count()) - 1;
    await search.first().click();
    await this.page.keyboard.type(words, { delay: 40 });
    await this.page.getByText(slug, { exact: true }).first().waitFor();
    await this.page.keyboard.press("ArrowDown");
    await this.page.keyboard.press("Enter");
    await search.nth(others).waitFor({ state: "detached" });
  }

  /** Wait until the lake has what was typed. */
  async untilSaved(): Promise<void> {
    await this.page
      .getByText(/已保存|已编辑/)
      .first()
      .waitFor();
  }

  async uploadCover(file: string): Promise<void> {
    await this.page.locator("input[type=file]").first().setInputFiles(picture(file));
    await this.page.getByText("替代文字", { exact: true }).first().waitFor();
  }

  /** Put the cursor into the body; it is inert until it was clicked once. */
  async enterBody(): Promise<void> {
    const field = this.field("body");
    await field.scrollIntoViewIfNeeded();
    const veil = field.getByText(/点击/).first();
    if ((await veil.count()) > 0) await veil.click();
    await field.locator("[contenteditable=true]").first().click();
  }

  /** Choose from the menu of the text editor's toolbar that holds `name`, with the words selected. */
  async annotate(name: string): Promise<void> {
    await this.field("body").getByTestId("action-menu-button").click();
    await this.page.getByRole("menuitem", { name }).click();
  }

  /** Insert something into the body; the answer is its dialog. */
  async insert(name: string): Promise<Locator> {
    await this.field("body").getByTestId("insert-menu-button").click();
    await this.page.getByRole("menuitem", { name }).click();
    return this.page.getByRole("dialog");
  }

  async review(): Promise<void> {
    await this.page.getByTestId("pane-context-menu-button").last().click();
    await this.page.getByRole("menuitem", { name: "审查更改" }).click();
  }

  /** Publish, however short a moment ago the last word was typed. */
  async publish(): Promise<void> {
    await this.page.getByRole("button", { name: "发布", exact: true }).click();
    await this.page.getByText("文档已发布").first().waitFor();
  }
}

function goWithin(path: string): void {
  history.pushState(null, "", path);
  dispatchEvent(new PopStateEvent("popstate"));
}
