// A page of another origin, open in the same browser where someone is signed in: it can neither read nor change anything.
import { createServer } from "node:http";
import { check, equal, expect } from "../../smoke/checks.mjs";
import { freePort } from "./stage.js";

const attempts = async (target) => {
  const outcome = async (attempt) => {
    try {
      return await attempt();
    } catch (failure) {
      return `refused (${failure.name})`;
    }
  };
  const read = (options) => async () => {
    const answer = await fetch(`${target}/api/calls`, options);
    return `read ${answer.type} ${answer.status} ${(await answer.text()).length}`;
  };
  const post = (type, path, body) => async () => {
    const answer = await fetch(target + path, { method: "POST", mode: "no-cors", credentials: "include", headers: { "content-type": type }, body });
    return `sent ${answer.type} ${answer.status}`;
  };
  const frame = () =>
    new Promise((resolve) => {
      const element = document.createElement("iframe");
      element.onload = () => {
        try {
          resolve(element.contentDocument?.querySelector("callogram-app") ? "read frame" : "refused (frame)");
        } catch {
          resolve("refused (frame)");
        }
      };
      element.src = target + "/";
      document.body.append(element);
    });
  const script = (path) => () =>
    new Promise((resolve) => {
      const element = document.createElement("script");
      element.onload = () => resolve("read script");
      element.onerror = () => resolve("refused (script)");
      element.src = target + path;
      document.body.append(element);
    });
  const events = () =>
    new Promise((resolve) => {
      const source = new EventSource(`${target}/api/events`, { withCredentials: true });
      source.onopen = () => resolve("read events");
      source.onerror = () => (source.close(), resolve("refused (events)"));
    });
  return {
    reads: await outcome(read({ credentials: "include" })),
    readsAnonymously: await outcome(read({})),
    readsWithToken: await outcome(read({ credentials: "include", headers: { "x-token": "1" } })),
    postsText: await outcome(post("text/plain", "/api/sources?name=evil.pcap", "evil")),
    postsForm: await outcome(post("application/x-www-form-urlencoded", "/api/sources?sample=busy", "{}")),
    postsSearch: await outcome(post("text/plain", "/api/calls/search", "{}")),
    frame: await outcome(frame),
    script: await outcome(script("/ui/app.js")),
    jsonScript: await outcome(script("/api/calls")),
    events: await outcome(events),
  };
};

export async function elsewhereChecks({ browser, server, signedInContext }) {
  const port = await freePort();
  const other = createServer((_, answer) => answer.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><body>elsewhere")).listen(
    port,
    "127.0.0.1",
  );
  const before = (await server.json("/api/sources")).sources.length;

  for (const host of ["127.0.0.1", "localhost"]) {
    await check(`a page of ${host} at another port can neither read nor post`, async () => {
      const page = await signedInContext.newPage();
      const answers = [];
      page.on("response", (response) => answers.push(response));
      await page.goto(`http://${host}:${port}/`);
      const found = await page.evaluate(attempts, server.origin);
      for (const [name, outcome] of Object.entries(found)) expect(!outcome.startsWith("read"), `${name}: ${outcome}`);
      for (const response of answers.filter((one) => one.request().method() === "POST"))
        expect(response.status() >= 400, `POST ${response.url()} was answered with ${response.status()}`);
      equal((await server.json("/api/sources")).sources.length, before, "number of sources afterwards");
      await page.close();
    });
  }

  await check("another name of this machine is not answered", async () => {
    const page = await (await browser.newContext()).newPage();
    const answer = await page.goto(`http://other.localhost:${server.port}/`);
    expect(answer.status() === 403 || answer.status() === 421 || answer.status() === 400, `answered with ${answer.status()}`);
    await page.context().close();
  });
  other.close();
}
