// A telephone: nothing is wider than the screen, everything can be reached.
import { check, equal, expect } from "../../smoke/checks.mjs";
import { rows } from "./list.js";
import { overflow, signedIn, until } from "./stage.js";

export async function narrowChecks({ browser, server, watch }) {
  const page = await signedIn(browser, server, watch, { viewport: { width: 390, height: 844 }, hasTouch: true });

  await check("at 390 px the list fits", async () => {
    await until(async () => (await rows(page).count()) > 5, "rows");
    equal(await overflow(page), "", "overflow of the list");
    for (const language of ["zh", "en"]) {
      await page.goto(`${server.origin}/?lang=${language}`);
      await until(async () => (await rows(page).count()) > 5, "rows");
      equal(await overflow(page), "", `overflow of the list (${language})`);
    }
  });

  await check("at 390 px a call and its message fit", async () => {
    const { calls } = await server.search({ q: "source:attended-transfer.pcap", limit: 1 });
    await page.goto(`${server.origin}/calls/${calls[0].id}?m=5`);
    await page.waitForSelector("call-ladder svg.ladder-body [role=listitem]");
    equal(await overflow(page), "", "overflow of the ladder");
    await page.getByRole("tab", { name: "Message" }).or(page.locator(".callend button", { hasText: "Message" })).first().click();
    for (const tab of ["Raw", "Headers", "Why"]) {
      await page.locator("message-pane [role=tab]", { hasText: tab }).click();
      await until(async () => (await page.locator(".msgscroll").innerText()).length > 100, `the message (${tab})`);
      equal(await overflow(page), "", `overflow of the message (${tab})`);
      const wide = await page.locator(".msgscroll").evaluate((box) => box.scrollWidth - box.clientWidth);
      expect(wide <= 0, `the message (${tab}) is ${wide} px wider than its pane`);
    }
  });
  await page.context().close();
}
