// The page of a call: opened by Enter, walked by arrow keys, every reading of a message, deep links, exports.
import { check, equal, expect, includes } from "../../smoke/checks.mjs";
import { rows, ask } from "./list.js";
import { until } from "./stage.js";

const TYPES = {
  svg: "image/svg+xml",
  png: "image/png",
  puml: "text/plain",
  mermaid: "text/plain",
  text: "text/plain",
  html: "text/html",
};

const selected = (page) => page.locator(".msgmeta h3 .mono").first().innerText();
const message = (page) => page.locator(".msgscroll").innerText();
const tab = (page, name) => page.locator("message-pane [role=tab]", { hasText: name });

export async function callChecks({ page, server }) {
  const { calls } = await server.search({ q: "source:attended-transfer.pcap", limit: 10 });
  const call = await server.json(`/api/calls/${calls[0].id}`);

  await check("Enter opens the call with its ladder", async () => {
    await ask(page, "source:attended-transfer.pcap");
    await until(async () => (await rows(page).count()) === calls.length, "the calls of the source");
    await page.keyboard.press("ArrowDown");
    await until(() => page.url().includes("sel="), "the selection in the address");
    await page.keyboard.press("Enter");
    await page.waitForSelector("call-ladder svg.ladder-body [role=listitem]");
    equal(new URL(page.url()).pathname, `/calls/${call.id}`, "address");
    includes(await page.locator("call-page h1").innerText(), call.caller, "the heading");
    const drawn = await page.locator("call-ladder [role=listitem]").count();
    expect(drawn >= 16, `${drawn} messages are drawn at 1440 × 900`);
    const names = await page.locator("call-ladder").textContent();
    for (const { name } of call.nodes) includes(names, name, "the columns");
  });

  await check("keys move through the messages", async () => {
    equal(await selected(page), "1", "selected message");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("j");
    await until(async () => (await selected(page)) === "3", "message 3");
    await page.keyboard.press("ArrowUp");
    await until(async () => (await selected(page)) === "2", "message 2");
    await page.keyboard.press("End");
    await until(async () => (await selected(page)) === String(call.messages.length), "the last message");
    await until(() => page.url().includes(`m=${call.messages.length}`), "its number in the address");
    const box = await page.locator(`#row-${call.messages.length}`).boundingBox();
    expect(box && box.y + box.height <= 900, "the selected row is not in sight");
    await page.keyboard.press("Home");
    await until(async () => (await selected(page)) === "1", "the first message");
  });

  await check("a message is shown raw, by header, and why", async () => {
    const detail = await server.json(`/api/messages/${call.messages[0].position}?call=${call.id}`);
    await tab(page, "Raw").click();
    await until(async () => (await message(page)).includes("INVITE sip:"), "the raw message");
    for (const { value } of detail.headers.filter(({ canonical }) => ["Call-ID", "CSeq"].includes(canonical)))
      includes(await message(page), value, "the raw message");
    await tab(page, "Headers").click();
    await until(async () => (await page.locator(".hdrs dt").count()) === detail.headers.length, "one row a header");
    await tab(page, "Why").click();
    await until(async () => (await page.locator(".why section").count()) === detail.identity.length, "the reasons");
    expect(detail.identity.length >= 5, `${detail.identity.length} reasons`);
    includes(await message(page), "RFC 3261", "the reasons");
    await page.keyboard.press("w");
  });

  await check("flows and hints lead to the messages that prove them", async () => {
    expect(call.flows.length > 0, "no flow is named");
    const { flows } = await server.json("/api/flows");
    const { title } = flows.find(({ flow }) => flow === call.headline);
    includes(await page.locator(".callhead .badge.head").innerText(), title.en, "the headline");
    const proof = page.locator(".flowline .proof .ev").last();
    const number = await proof.innerText();
    await proof.click();
    await until(async () => (await selected(page)) === number, `message ${number}`);
    await page.keyboard.press("f");
    await until(async () => (await page.locator(".panel.findings section").count()) === call.flows.length, "every flow in the panel");
    await page.keyboard.press("Escape");
    if (!call.hints.length) return;
    await page.locator(".hintline .morefound").click();
    includes(await page.locator(".panel.findings").innerText(), call.hints[0].meaning.en.slice(0, 30), "the sentence of a hint");
    await page.keyboard.press("Escape");
  });

  await check("the slider says what each dialog is as of a message", async () => {
    equal(await page.locator(".asof .dlg").count(), Math.max(call.dialogs.length, 1), "dialogs");
    const track = page.locator(".timetrack");
    const box = await track.boundingBox();
    await page.mouse.click(box.x + box.width - 2, box.y + box.height / 2);
    await until(async () => (await selected(page)) === String(call.messages.length), "the last message");
    equal(await track.getAttribute("aria-valuenow"), String(call.messages.length), "value of the slider");
    await until(async () => (await page.locator(".asof").innerText()).includes("terminated"), "dialogs that ended");
    await track.focus();
    await page.keyboard.press("ArrowLeft");
    await until(async () => (await selected(page)) === String(call.messages.length - 1), "one message back");
  });

  await check("two marked messages are compared", async () => {
    await page.keyboard.press("Home");
    await page.locator("call-ladder").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await until(() => page.url().includes("diff="), "the comparison in the address");
    await until(async () => /Via/.test(await message(page)), "the headers that differ");
    await page.keyboard.press("Escape");
    await until(() => !page.url().includes("diff="), "the comparison closed");
  });

  await check("links between legs name their reason and their messages", async () => {
    const linked = call.legs.filter(({ link }) => link);
    expect(linked.length > 0, "no leg is linked");
    for (const { link } of linked) expect(link.evidence.length > 0 && link.evidence.every((n) => n >= 1 && n <= call.messages.length), "evidence");
    await page.locator(".legs button.leg:visible").first().click();
    includes(await page.locator(".legspanel").innerText(), linked[0].link.reason.slice(0, 20), "the panel of legs");
    const number = await page.locator(".legspanel p .ev").first().innerText();
    await page.locator(".legspanel p .ev").first().click();
    await until(async () => (await selected(page)) === number, `message ${number}`);
  });

  await check("every form of export has its media type", async () => {
    await page.locator("call-page .actions .btn", { hasText: "Export" }).click();
    const links = await page.locator(".menu a").evaluateAll((all) => all.map((a) => ({ href: a.getAttribute("href"), file: a.download })));
    // Every picture, and the packets as they are and anonymized.
    equal(links.length, Object.keys(TYPES).length + 2, "number of links");
    for (const { href, file } of links) {
      const answer = await server.ask(href);
      const format = new URL(href, server.origin).searchParams.get("format");
      const type = format ? TYPES[format] : "application/x-pcapng";
      equal([answer.status, answer.headers.get("content-type").split(";")[0]], [200, type], href);
      expect(/^[\w.-]+\.[a-z]+$/.test(file), `file name ${file}`);
      expect((await answer.arrayBuffer()).byteLength > 500, `${href} is empty`);
    }
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".menu a").first().click()]);
    expect(/\.svg$/.test(download.suggestedFilename()), download.suggestedFilename());
    await download.delete();
    await page.keyboard.press("Escape");
  });

  await check("Escape returns to the list at that call", async () => {
    await page.locator("call-ladder").focus();
    for (let i = 0; i < 3 && page.url().includes("/calls/"); i++) {
      await page.keyboard.press("Escape");
      await page.waitForTimeout(150);
    }
    await until(() => new URL(page.url()).pathname === "/", "the list");
    await until(async () => (await page.locator("tr[aria-selected=true]").count()) === 1, "the call selected");
  });

  await check("a deep link opens its message in its reading", async () => {
    await page.goto(`${server.origin}/calls/${call.id}?m=12&tab=headers`);
    await until(async () => (await selected(page)) === "12", "message 12");
    await until(async () => (await page.locator(".hdrs dt").count()) > 5, "its headers");
    await page.keyboard.press("Escape");
    await until(() => new URL(page.url()).pathname === "/", "the list");
  });

  await check("a call that is not there is said, not hidden", async () => {
    await page.goto(`${server.origin}/calls/c-000000000000`);
    await until(async () => (await page.locator("main").innerText()).trim().length > 10, "a sentence");
    await page.goto(`${server.origin}/`);
  });
}
