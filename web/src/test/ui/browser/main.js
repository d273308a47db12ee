// Every check in a real browser, in order; the first broken one ends the run. main.js [pages|live|hostile|elsewhere]…: only these.
import { check, done, equal, stopAll } from "../../smoke/checks.mjs";
import { callChecks } from "./call.js";
import { compareChecks } from "./compare.js";
import { elsewhereChecks } from "./elsewhere.js";
import { galleryChecks } from "./gallery.js";
import { hostileChecks } from "./hostile.js";
import { listChecks } from "./list.js";
import { liveChecks } from "./live.js";
import { narrowChecks } from "./narrow.js";
import { peopleChecks } from "./people.js";
import { sourceChecks } from "./sources.js";
import { launch, serve, signedIn, until, Watch } from "./stage.js";

const browser = await launch();
const only = process.argv.slice(2);
const wanted = (part) => only.length === 0 || only.includes(part);
const [server, empty, hostile] = await Promise.all([serve("samples", "--samples"), serve("empty"), serve("hostile")]);
await server.settled();

const watch = new Watch((url) => [server, empty, hostile].some(({ origin }) => url.startsWith(origin + "/")));
await check("what watches the pages sees what they must not do", async () => {
  const test = new Watch(() => false);
  const context = await browser.newContext();
  await test.over(context);
  const page = await context.newPage();
  await page.route("**/*", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": "script-src 'unsafe-inline'; img-src 'none'" },
      body: "<script>__canary(1); alert(2); console.error(3); new Image().src = '/4'; setTimeout(() => { throw new Error('5') })</script>",
    }),
  );
  await page.goto("http://canary.invalid/");
  for (const kind of ["foreign request", "canary", "dialog", "console", "policy", "error"])
    await until(() => test.seen.some((text) => text.startsWith(kind)), `${kind} seen among ${test.seen}`);
  await context.close();
});

if (wanted("pages")) {
  const page = await signedIn(browser, server, watch);
  await listChecks({ page, server, watch });
  await callChecks({ page, server, watch });
  await compareChecks({ page, server, watch });
  await narrowChecks({ browser, server, watch });
  await galleryChecks({ browser, server, watch });
  await peopleChecks({ page: await signedIn(browser, server, watch), server });
  await sourceChecks({ page: await signedIn(browser, empty, watch), server: empty, watch });
}
if (wanted("live")) await liveChecks({ browser, watch });
if (wanted("hostile")) await hostileChecks({ page: await signedIn(browser, hostile, watch), server: hostile, watch, browser });

await check("no page of the whole run complained, reported or asked elsewhere", () => {
  watch.forgive("404 (Not Found)"); // the call that is not there
  equal(watch.seen, [], `what was seen in ${watch.requests} requests`);
});

if (wanted("elsewhere")) {
  const abroad = await browser.newContext();
  await (await abroad.newPage()).goto(server.link);
  await elsewhereChecks({ browser, server, signedInContext: abroad });
}

await browser.close();
stopAll();
done("browser");
