// A server over temporary data, a real browser, and watchers that see everything a page must never do.
import { createServer } from "node:net";
import { chromium } from "playwright-core";
import { file, start } from "../../smoke/checks.mjs";

const TOKEN = "0123456789abcdef0123";
const FLAGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(" ");

export const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

export async function serve(name, ...options) {
  const port = await freePort();
  const child = start(["serve", "--data", file(name), "--port", String(port), "--token", TOKEN, ...options]);
  let said = "";
  child.stderr.on("data", (bytes) => (said += bytes));
  await new Promise((resolve, reject) => {
    child.stdout.once("data", resolve);
    child.once("exit", () => reject(new Error(`the server ended: ${said}`)));
  });
  const origin = `http://127.0.0.1:${port}`;
  const ask = (path, options = {}) => fetch(origin + path, { ...options, headers: { authorization: `Bearer ${TOKEN}`, ...options.headers } });
  const json = async (path, options) => (await ask(path, options)).json();
  const search = (question) =>
    json("/api/calls/search", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(question) });
  // Samples come one after the other, behind the link: it has all of them when none comes any more.
  const settled = async () => {
    for (let i = 0, still = 0, known = 0; i < 300; i++) {
      const { sources } = await json("/api/sources");
      const ready = sources.every(({ state }) => state === "ready" || state === "failed");
      still = ready && sources.length === known ? still + 1 : 0;
      known = sources.length;
      if (still === 10) return sources;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("sources are not ready after 30 s");
  };
  return { origin, port, link: `${origin}/?token=${TOKEN}`, ask, json, search, settled, end: () => child.kill("SIGTERM") };
}

export const launch = (...more) => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...FLAGS, ...more] });

// What no page may do, whatever it shows. `allowed(url)` says which requests are its own.
export class Watch {
  seen = [];
  requests = 0;

  constructor(allowed) {
    this.allowed = allowed;
  }

  /** A server that was started later. */
  alsoAllow(origin) {
    const before = this.allowed;
    this.allowed = (url) => before(url) || url.startsWith(origin + "/");
  }

  note(kind, text) {
    this.seen.push(`${kind}: ${String(text).slice(0, 300)}`);
  }

  async over(context) {
    await context.exposeBinding("__told", (_, kind, text) => this.note(kind, text));
    await context.addInitScript(() => {
      globalThis.__canary = (what) => globalThis.__told("canary", what ?? location.href);
      globalThis.alert = globalThis.confirm = globalThis.prompt = (what) => globalThis.__told("dialog", what);
      document.addEventListener("securitypolicyviolation", (event) =>
        globalThis.__told("policy", `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
      );
    });
    context.on("page", (page) => this.#page(page));
    context.on("request", (request) => {
      this.requests++;
      if (!this.allowed(request.url())) this.note("foreign request", request.url());
    });
  }

  #page(page) {
    page.on("dialog", (dialog) => {
      this.note("dialog", dialog.message());
      dialog.dismiss();
    });
    page.on("pageerror", (error) => this.note("error", error.stack));
    page.on("console", (message) => message.type() === "error" && this.note("console", message.text()));
    page.on("popup", (popup) => this.note("popup", popup.url()));
  }

  // Something that was meant to happen: a refused query is told by the browser as an error of the console.
  forgive(part) {
    this.seen = this.seen.filter((text) => !text.includes(part));
  }
}

export async function signedIn(browser, server, watch, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB", timezoneId: "UTC", ...options });
  context.setDefaultTimeout(15_000);
  await watch.over(context);
  const page = await context.newPage();
  await page.goto(server.link);
  await page.waitForSelector("callogram-app .page > *");
  return page;
}

// In place of a wait of fixed length: until it holds, at most ten seconds.
export async function until(holds, what) {
  const end = Date.now() + 10_000;
  for (;;) {
    const value = await holds();
    if (value) return value;
    if (Date.now() > end) throw new Error(`after 10 s still not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const overflow = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? `${scrollWidth} > ${clientWidth}` : "";
  });
