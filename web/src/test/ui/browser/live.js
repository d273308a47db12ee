// A source that grows under the reader: a call that rings counts on, new arrows come, a broken connection loses nothing.
import { connect, createServer } from "node:net";
import { check, equal } from "../../smoke/checks.mjs";
import { Phone } from "./hep.js";
import { rows } from "./list.js";
import { freePort, launch, serve, signedIn, until } from "./stage.js";

// Stands between the browser and the server, and can be cut.
async function line(server) {
  const sockets = new Set();
  let whole = true;
  const between = createServer((near) => {
    if (!whole) return near.destroy();
    const far = connect(server.port, "127.0.0.1");
    sockets.add(near);
    near.pipe(far).pipe(near);
    near.on("error", () => far.destroy()).on("close", () => far.destroy());
    far.on("error", () => near.destroy()).on("close", () => near.destroy());
  });
  await new Promise((ready) => between.listen(server.port, "127.0.0.2", ready));
  return {
    cut() {
      whole = false;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => (whole = true),
    close: () => between.close(),
  };
}

export async function liveChecks({ browser, watch }) {
  const port = await freePort();
  const server = await serve("growing", "--hep", `udp:127.0.0.1:${port}`);
  watch.alsoAllow(server.origin);
  const phone = new Phone(port);
  const wire = await line(server);
  const page = await signedIn(browser, server, watch);
  const call = phone.call();

  await check("a call that rings says for how long, and counts on", async () => {
    await call.rings();
    const id = await until(async () => (await server.search({ q: "", limit: 1 })).calls[0]?.id, "the call");
    await page.goto(`${server.origin}/calls/${id}?lang=en`);
    const said = async () => Number(/ringing for (\d+) s/.exec(await page.locator("call-running").innerText())?.[1] ?? -1);
    const first = await until(async () => (await said()) + 1, "ringing for n s");
    await until(async () => (await said()) >= first + 1, "two seconds more");
  });

  await check("its messages are read while nothing else comes", async () => {
    await until(async () => (await page.locator("message-pane").innerText()).includes("Via:"), "the INVITE as it came");
  });

  await check("new arrows come onto the open ladder, and only they fade in", async () => {
    await page.evaluate(() => {
      globalThis.arrived = new Set();
      const note = () => document.querySelectorAll(".rows .arriving[data-key]").forEach((row) => globalThis.arrived.add(row.dataset.key));
      new MutationObserver(note).observe(document.querySelector("call-ladder"), { subtree: true, childList: true, attributes: true });
    });
    await call.isAnswered();
    await until(async () => (await page.locator(".rows [data-key]").count()) === 4, "four arrows");
    equal(await page.evaluate(() => [...globalThis.arrived]), ["3", "4"], "arrows that faded in");
    await until(async () => (await page.locator("call-running").innerText()).startsWith("connected for"), "connected");
  });

  await check("a call that is over counts no longer", async () => {
    await call.ends();
    await until(async () => (await page.locator(".rows [data-key]").count()) === 6, "six arrows");
    await until(async () => (await page.locator("call-running").innerText()) === "", "nothing that counts");
  });

  const finished = async () => {
    const next = phone.call();
    await next.rings();
    await next.isAnswered();
    await next.ends();
  };

  await check("new calls wait to be shown; while it follows they come by themselves", async () => {
    await page.goto(`${server.origin}/?lang=en`);
    await rows(page).first().waitFor();
    await finished();
    await page.locator(".fresh", { hasText: "1 new call" }).waitFor();
    equal(await rows(page).count(), 1, "rows while they wait");
    await page.locator(".resultbar .btn", { hasText: "Follow" }).click();
    await until(async () => (await rows(page).count()) === 2, "the call that waited");
    await finished();
    await until(async () => (await rows(page).count()) === 3, "the next one");
    await page.locator(".resultbar .btn", { hasText: "Follow" }).click();
    await finished();
    await page.locator(".fresh").waitFor();
    equal(await rows(page).count(), 3, "rows after it stopped following");
  });

  await check("what came while the connection was broken is there when it is back", async () => {
    const byName = (url) => url.replace("127.0.0.1", "localhost");
    const abroad = await launch("--host-resolver-rules=MAP localhost 127.0.0.2");
    watch.alsoAllow(byName(server.origin));
    const far = await signedIn(abroad, { link: byName(server.link) }, watch);
    await rows(far).first().waitFor();
    const before = await rows(far).count();
    wire.cut();
    await finished();
    await until(async () => (await far.locator(".banner").count()) === 1, "the banner");
    equal(await rows(far).count(), before, "rows meanwhile");
    wire.mend();
    await far.locator(".fresh", { hasText: "1 new call" }).waitFor();
    await until(async () => (await far.locator(".banner").count()) === 0, "no banner any more");
    watch.forgive("ERR_");
    await abroad.close();
  });

  await page.context().close(); // before its server goes
  wire.close();
  phone.close();
  server.end();
}
