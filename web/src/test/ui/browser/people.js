// What people write stays and is seen everywhere: a note on a call, a name of a source; and the server says how it is.
import { check, equal, includes } from "../../smoke/checks.mjs";
import { rows } from "./list.js";
import { overflow, until } from "./stage.js";

const NOTE = "ask the carrier <b>now</b>";

export async function peopleChecks({ page, server }) {
  const [call] = (await server.search({ q: "", sort: "-start", limit: 1 })).calls;

  await check("a note is written on a call, marked in the list and taken away", async () => {
    await page.goto(`${server.origin}/calls/${call.id}`);
    await page.locator("call-ladder svg").first().waitFor();
    await page.keyboard.press("e");
    await page.locator(".notepanel textarea").fill(NOTE);
    await page.keyboard.press("Control+Enter");
    await until(async () => (await page.locator(".notedline p").innerText()) === NOTE, "the line of the note");
    await page.goto(`${server.origin}/`);
    await until(async () => (await rows(page).first().locator(".noted").count()) === 1, "the mark in its row");
    includes(await rows(page).first().locator(".noted").getAttribute("title"), NOTE, "the title of the mark");
    await page.goto(`${server.origin}/calls/${call.id}`);
    await page.locator(".notedline button").click();
    await page.locator(".notepanel .btn", { hasText: "Remove" }).click();
    await until(async () => (await page.locator(".notedline").count()) === 0, "no note any more");
    equal((await server.json(`/api/calls/${call.id}`)).note, null, "the note as the server has it");
  });

  await check("a source is renamed and found under its new name", async () => {
    const [source] = (await server.json("/api/sources")).sources;
    await page.goto(`${server.origin}/?panel=${source.id}`);
    await page.locator("source-detail .btn", { hasText: "Rename" }).click();
    await page.locator("source-rename input").fill("Berlin office");
    await page.keyboard.press("Enter");
    await until(async () => (await page.locator("source-panel").innerText()).includes("Berlin office"), "the new name in the panel");
    equal((await server.search({ q: 'source:"Berlin office"', limit: 1 })).total, source.calls, "calls under the new name");
    await page.keyboard.press("Escape");
  });

  await check("the health page says in a sentence how the server is, and counts on", async () => {
    await page.goto(`${server.origin}/`);
    await page.locator(".foot .tohealth").click();
    await until(async () => (await page.locator(".health .state.ok").count()) === 1, "the sentence");
    const shown = () => page.locator(".vitals div").last().innerText();
    const first = await shown();
    await until(async () => (await shown()) !== first, "a later time");
    const counters = Object.keys((await server.json("/api/health")).counters).length;
    equal(await page.locator(".counters tr").count(), counters, "counters");
    equal(await overflow(page), "", "overflow");
    await page.keyboard.press("Escape");
    await rows(page).first().waitFor();
  });
}
