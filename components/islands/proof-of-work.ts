import { label } from "@/components/islands/element";

type Parameters = {
  nonce: string;
  salt: string;
  cost: number;
  keyLength: number;
  keyPrefix: string;
};
type Challenge = { parameters: Parameters };

/** Nobody waits longer for the proof: the form goes without it, and the site is stricter then. */
const patience = 15_000;

/**
 * `<proof-of-work data-challenge data-working>` around the button of a form: solves an ALTCHA challenge
 * while the form is filled in and sends the solution along.
 *
 * Browsers keep `crypto.subtle` from pages over plain http, localhost aside; there the form goes as it would without JavaScript.
 */
export class ProofOfWork extends HTMLElement {
  private proof: Promise<void> | undefined;
  private isReady = false;

  connectedCallback(): void {
    const form = this.closest("form");
    if (!form || !globalThis.crypto?.subtle) return;
    form.addEventListener("focusin", () => this.begin(), { once: true });
    form.addEventListener("submit", (event) => {
      if (this.isReady) return;
      event.preventDefault();
      void this.send(form);
    });
  }

  private begin(): Promise<void> {
    this.proof ??= this.work();
    return this.proof;
  }

  private async work(): Promise<void> {
    const challenge: Challenge = JSON.parse(label(this, "challenge"));
    const solution = await solve(challenge.parameters);
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "altcha";
    field.value = btoa(JSON.stringify({ challenge, solution }));
    this.append(field);
    this.isReady = true;
  }

  private async send(form: HTMLFormElement): Promise<void> {
    const button = this.querySelector("button");
    if (!button || button.disabled) return;
    const { textContent: words } = button;
    button.textContent = label(this, "working");
    button.disabled = true;
    await Promise.race([this.begin(), new Promise((done) => setTimeout(done, patience))]).catch(
      console.warn,
    );
    this.isReady = true;
    button.textContent = words;
    button.disabled = false;
    form.requestSubmit(button);
  }
}

type Solution = { counter: number; derivedKey: string };

/** Find the number whose key begins as it should; the deriving itself happens off the page's thread. */
async function solve(parameters: Parameters): Promise<Solution> {
  const { cost: iterations, keyLength, keyPrefix } = parameters;
  const nonce = bytesOf(parameters.nonce);
  const salt = bytesOf(parameters.salt);
  const password = new Uint8Array(nonce.length + 4);
  password.set(nonce);
  const view = new DataView(password.buffer);
  for (let counter = 0; ; counter += 1) {
    view.setUint32(nonce.length, counter);
    // oxlint-disable-next-line no-await-in-loop -- one after the other: the first that fits is wanted
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const algorithm = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
    // oxlint-disable-next-line no-await-in-loop -- as above
    const derivedKey = hexOf(await crypto.subtle.deriveBits(algorithm, key, keyLength * 8));
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey };
  }
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hexOf(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
