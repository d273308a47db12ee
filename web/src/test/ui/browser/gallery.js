// The pages of flows: reached from a call, walked by keys, read in both languages, on any width.
import { check, equal, expect } from "../../smoke/checks.mjs";
import { overflow, signedIn, until } from "./stage.js";

const heading = (page) => page.locator("flows-page .words h1").innerText();

export async function galleryChecks({ browser, server, watch }) {
  const page = await signedIn(browser, server, watch);

  await check("the flow of a call leads to what it is", async () => {
    const { calls } = await server.search({ q: "flow:attended-transfer", limit: 1 });
    await page.goto(`${server.origin}/calls/${calls[0].id}?lang=en`);
    await page.locator(".callhead .badge.head").click();
    await page.waitForSelector("flows-page .near dt");
    equal(new URL(page.url()).pathname, "/flows/attended-transfer", "path");
    equal(await heading(page), "Attended transfer", "heading");
    expect((await page.locator("flows-page .near dt").count()) >= 2, "two near misses");
  });

  await check("its example is a ladder with its story, chosen in either", async () => {
    await page.waitForSelector("flows-page call-ladder svg.ladder-body [role=listitem]");
    await page.locator("flows-page .step[data-message='3']").first().click();
    await until(async () => (await page.locator("flows-page [role=listitem][aria-current=true]").getAttribute("id")) === "row-3", "row 3 chosen");
    await page.keyboard.press("j");
    await until(async () => (await page.locator("flows-page .step[aria-current=true]").getAttribute("data-message")) === "4", "step 4 chosen");
  });

  await check("J goes to the next flow, in Chinese too", async () => {
    await page.keyboard.press("J");
    await until(async () => (await heading(page)) === "Blind transfer", "the next flow");
    await page.keyboard.press("l");
    await until(async () => (await heading(page)) === "盲转", "its Chinese name");
    await page.keyboard.press("l");
  });

  await check("all flows and all terms are listed", async () => {
    const { flows, terms } = await server.json("/api/flows");
    await page.goto(`${server.origin}/flows`);
    await until(async () => (await page.locator(".flowcards li").count()) === flows.length, "a line for every flow");
    await page.goto(`${server.origin}/terms`);
    await until(async () => (await page.locator(".term").count()) === terms.length, "a paragraph for every term");
  });
  await page.context().close();

  const narrow = await signedIn(browser, server, watch, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await check("at 390 px flows and terms fit", async () => {
    for (const path of ["/flows", "/terms", "/flows/three-way"]) {
      await narrow.goto(server.origin + path);
      await narrow.waitForSelector("flows-page h1");
      equal(await overflow(narrow), "", `overflow of ${path}`);
    }
    for (const pane of ["story", "ladder"]) {
      await narrow.locator(".phonetabs button").nth(pane === "story" ? 1 : 2).click();
      await until(() => narrow.locator(pane === "story" ? "flows-page .step" : "flows-page call-ladder").first().isVisible(), pane);
      equal(await overflow(narrow), "", `overflow of the ${pane}`);
    }
  });
  await narrow.context().close();
}
