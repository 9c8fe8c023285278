import { createNode, createNodeMachine } from "@sanity/comlink";
import {
  createCompatibilityActors,
  type VisualEditingControllerMsg,
  type VisualEditingNodeMsg,
} from "@sanity/presentation-comlink";

import { releaseCookie, releaseIn } from "@/lib/content/preview/release";

type Refresh = Extract<VisualEditingControllerMsg, { type: "presentation/refresh" }>["data"];

export type StudioLink = {
  /** Say that the page shows what it was asked to show anew. */
  tellRefreshed(): void;
  close(): void;
};

type Marked = { element: HTMLElement; type: string; id: string; path: string };

const root = () => document.documentElement;

function openChannel() {
  return createNode<VisualEditingNodeMsg, VisualEditingControllerMsg>(
    { name: "visual-editing", connectTo: "presentation" },
    createNodeMachine<VisualEditingNodeMsg, VisualEditingControllerMsg>().provide({
      actors: createCompatibilityActors<VisualEditingNodeMsg>(),
    }),
  );
}

/**
 * Speak with the Studio's presentation tool, in whose frame this page is.
 *
 * The protocol is Sanity's own for visual editing, so the same page serves any Studio of this version.
 */
export function connectToStudio(refresh: () => void): StudioLink {
  const studio = openChannel();
  const asked: Refresh[] = [];

  const setEditing = (isOn: boolean) => {
    root().toggleAttribute("data-editing", isOn);
    studio.post("visual-editing/toggle", { enabled: isOn });
  };
  const open = (event: MouseEvent) => {
    const found = markedAround(event.target);
    if (found === null || !root().hasAttribute("data-editing")) return;
    event.preventDefault();
    event.stopPropagation();
    const { type, id, path } = found;
    studio.post("visual-editing/focus", { baseUrl: "/studio", type, id, path });
  };

  studio.on("presentation/refresh", (request) => {
    asked.push(request);
    studio.post("visual-editing/refreshing", request);
    refresh();
  });
  // Also what changes elsewhere on this page, and what changed before the Studio listened.
  studio.on("presentation/snapshot-event", ({ event }) => {
    if (event.type !== "mutation" || isShown(event.documentId)) refresh();
  });
  // Said at the start too; unless it is told that we follow, the Studio opens its first page anew instead.
  studio.on("presentation/perspective", ({ perspective }) => {
    if (follow(String(perspective))) refresh();
  });
  studio.post("visual-editing/fetch-perspective", { handlesPerspectiveChange: true });
  studio.on("presentation/navigate", ({ url, type }) => {
    if (type === "push") window.location.assign(url);
    else window.location.replace(url);
  });
  studio.on("presentation/toggle-overlay", () => setEditing(!root().hasAttribute("data-editing")));
  studio.on("presentation/focus", ({ id, path }) => point(id, path));
  studio.on("presentation/blur", () => point("", ""));

  const stop = studio.start();
  root().toggleAttribute("data-framed", true);
  studio.onStatus(() => setEditing(true), "connected");
  tellWhere(studio);
  document.addEventListener("click", open, { capture: true });

  return {
    tellRefreshed() {
      for (const request of asked.splice(0)) studio.post("visual-editing/refreshed", request);
    },
    close() {
      document.removeEventListener("click", open, { capture: true });
      root().removeAttribute("data-editing");
      stop();
    },
  };
}

/** See what the Studio sees: the drafts, or what waits in a release with them; whether that is something else than before. */
function follow(perspective: string): boolean {
  const release = releaseIn(perspective) ?? "";
  const known = new RegExp(`(?:^|; )${releaseCookie}=([^;]*)`).exec(document.cookie)?.[1] ?? "";
  if (release === known) return false;
  const lifetime = release === "" ? "; max-age=0" : "";
  document.cookie = `${releaseCookie}=${release}; path=/; samesite=lax${lifetime}`;
  return true;
}

/** Say which page this is and whose documents it shows. */
function tellWhere(studio: ReturnType<typeof openChannel>): void {
  const { pathname, search, hash } = window.location;
  const { title } = document;
  studio.post("visual-editing/navigate", {
    type: "replace",
    url: pathname + search + hash,
    title,
  });
  studio.post("visual-editing/meta", { title });
  const documents = allMarked().map(({ id, type }) => ({ _id: id, _type: type }));
  studio.post("visual-editing/documents", { perspective: "drafts", documents });
}

function isShown(documentId: string): boolean {
  const published = documentId.replace(/^drafts\./, "");
  return allMarked().some(({ id }) => id === published);
}

function read(element: HTMLElement): Marked {
  const [type = "", id = "", ...path] = (element.dataset["edit"] ?? "").split(" ");
  return { element, type, id, path: path.join(" ") };
}

function markedAround(target: EventTarget | null): Marked | null {
  const element = target instanceof Element ? target.closest<HTMLElement>("[data-edit]") : null;
  return element && read(element);
}

function allMarked(): Marked[] {
  return Array.from(document.querySelectorAll<HTMLElement>("[data-edit]"), read);
}

/** Show where on the page the field is that has the focus in the form: itself, or what it is part of. */
function point(id: string, path: string): void {
  for (const { element } of allMarked()) element.removeAttribute("data-edit-now");
  const [nearest] = allMarked()
    .filter((marked) => marked.id === id && isWithin(path, marked.path))
    .toSorted((one, other) => other.path.length - one.path.length);
  if (nearest === undefined) return;
  nearest.element.toggleAttribute("data-edit-now", true);
  nearest.element.scrollIntoView({ block: "nearest" });
}

function isWithin(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}.`) || path.startsWith(`${whole}[`);
}
