// Everything an attacker can put into a capture, in every view: nothing runs, nothing asks elsewhere, everything is shown as it is.
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { check, equal, expect, file, run } from "../../smoke/checks.mjs";
import { hostileCapture } from "./capture.js";
import { ask, rows } from "./list.js";
import { PAYLOADS } from "./payloads.js";
import { overflow, signedIn, until, Watch } from "./stage.js";

const NAME = `<img src=x onerror=__canary()>\u202egnp.pcap`;

// What a reader sees, with each token turned back into the character it stands for; pieces that were folded are opened before.
const seenText = (root) =>
  root.evaluate((element) => {
    const copy = element.cloneNode(true);
    for (const other of copy.querySelectorAll("[data-more], .note, svg")) other.remove();
    for (const token of copy.querySelectorAll(".tok")) {
      const [, code] = /^U\+([0-9A-F]+)$/.exec(token.textContent) ?? [];
      token.replaceWith(code ? String.fromCodePoint(parseInt(code, 16)) : "\uFFFD");
    }
    return copy.textContent;
  });

async function openEverything(page) {
  for (let more = page.locator(".msgscroll .more"); (await more.count()) > 0; ) await more.first().click();
}

// A sentence per way in which two texts can differ is worth more than both of them.
function same(shown, written, what) {
  if (shown === written) return;
  const at = [...written].findIndex((c, i) => [...shown][i] !== c);
  const around = (text) => JSON.stringify([...text].slice(Math.max(0, at - 10), at + 30).join(""));
  equal(around(shown), around(written), `${what} near character ${at}`);
}

async function upload(page, bytes) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("source-chips .iconbtn").click()]);
  await chooser.setFiles({ name: NAME, mimeType: "application/vnd.tcpdump.pcap", buffer: bytes });
}

async function raw(page, position, server) {
  const detail = await server.json(`/api/messages/${position}`);
  const text = Buffer.from(detail.rawBase64, "base64").toString().replace(/\r\n/g, "");
  await openEverything(page);
  same(await seenText(page.locator(".raw")), text, `raw text of ${position}`);
}

async function visit(page, server, row, thorough) {
  const call = await server.json(`/api/calls/${row.id}`);
  await page.evaluate((path) => history.pushState({ inside: true }, "", path) ?? dispatchEvent(new PopStateEvent("popstate")), `/calls/${row.id}`);
  await until(async () => (await page.locator("call-page").getAttribute("call-id")) === row.id, `the page of ${row.id}`);
  await until(async () => (await page.locator("call-ladder [role=listitem]").count()) >= Math.min(call.messages.length, 4), `the ladder of ${row.id}`);
  for (const { number, position } of call.messages) {
    await page.locator(`#row-${number}`).click({ position: { x: 60, y: 14 }, force: true });
    await until(async () => (await page.locator(".msgmeta h3 .mono").first().innerText()) === String(number), `message ${number} of ${row.id}`);
    for (const [tab, content] of [["Headers", ".hdrs"], ["Why", ".why, .quietline"], ["Raw", ".raw"]]) {
      await page.locator("message-pane [role=tab]", { hasText: tab }).click();
      await page.waitForSelector(`message-pane ${content}`);
    }
    await until(async () => (await page.locator("message-pane .stale").count()) === 0, `the bytes of message ${number}`);
    if (thorough) await raw(page, position, server);
    if (!thorough && number > 1) break;
  }
}

export async function hostileChecks({ page, server, watch, browser }) {
  const { bytes, calls } = hostileCapture();
  let list;

  await check(`a capture of ${PAYLOADS.length} payloads in 20 positions is read and accounted for`, async () => {
    expect(PAYLOADS.length >= 150, `${PAYLOADS.length} payloads`);
    await upload(page, bytes);
    await until(async () => (await server.json("/api/sources")).sources.length === 1, "the source");
    const [source] = await server.settled();
    equal([source.state, source.accounting.balanced, source.accounting.coalesced], ["ready", true, 1], "the account");
    list = (await server.search({ limit: 500 })).calls;
    expect(list.length >= calls.length, `${list.length} calls of ${calls.length}`);
  });

  await check("the list shows names and numbers as they were written", async () => {
    await page.setViewportSize({ width: 1440, height: 32 * list.length + 400 });
    await until(async () => (await rows(page).count()) === list.length, "a row for each call");
    equal(await overflow(page), "", "overflow of the list");
    const shown = await page.locator("call-table tr[data-index] .party").all();
    for (const [i, party] of shown.entries()) {
      const text = await seenText(party);
      const { caller, callerName, calleeName } = list[i];
      for (const value of [caller, callerName, calleeName].filter((one) => one && one.length <= 120))
        expect(text.includes(value), `row ${i} shows ${JSON.stringify(text)} and not ${JSON.stringify(value)}`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await check("names arrive as they were sent", () => {
    const found = calls.map((call) => [call, list.find(({ callIds }) => callIds.includes(call.id))]).filter(([, row]) => row);
    expect(found.length > 0.8 * calls.length, `only ${found.length} of ${calls.length} calls are found by their Call-ID`);
    for (const [call, row] of found) equal(row.callerName, call.name, `name of call ${call.number}`);
  });

  await check("a terminal and a spreadsheet get nothing that they would obey", async () => {
    const capture = file("hostile.pcap");
    writeFileSync(capture, bytes);
    const [table, ladder, csv] = await Promise.all(
      [["analyze"], ["ladder"], ["analyze", "--format", "csv"]].map(([command, ...more]) => run([command, capture, ...more])),
    );
    const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;
    for (const { code, text } of [table, ladder]) {
      equal(code, 0, "exit code");
      const line = text.split("\n").find((one) => controls.test(one));
      equal(line, undefined, "a line with control characters");
    }
    for (const cell of csv.text.matchAll(/(?:^|,|\r\n)"?([=+\-@\t])/g)) equal(cell[0], "", "a cell that a spreadsheet would run");
  });

  await check("the source with a name of markup is shown, opened, accounted for", async () => {
    await page.locator("source-chips button.source:visible").first().click();
    await until(async () => (await page.locator("source-detail .sum").count()) === 1, "its account");
    equal(await page.locator("source-detail .outcome.bad").count(), 0, "complaints about the account");
    expect((await page.locator(".srcpanel").innerText()).includes("<img src=x onerror=__canary()>"), "its name");
    await page.keyboard.press("Escape");
  });

  await check("every call: ladder, raw, headers, why", async () => {
    for (const [i, row] of list.entries()) await visit(page, server, row, i % 6 === 0);
    await page.goto(`${server.origin}/`);
  });

  await check("the same without the policy of the pages", async () => {
    const unguarded = await signedIn(browser, server, watch, { bypassCSP: true });
    for (const row of list.filter((_, i) => i % 8 === 3)) await visit(unguarded, server, row, false);
    await unguarded.context().close();
  });

  await check("hostile queries and addresses are shown, not obeyed", async () => {
    for (const payload of PAYLOADS.filter((_, i) => i % 8 === 0)) {
      await ask(page, payload);
      await until(async () => (await page.locator("search-box input").inputValue()).length > 0, "the query");
    }
    for (const path of [`/?q=${encodeURIComponent(PAYLOADS[1])}`, `/?sel=${encodeURIComponent(PAYLOADS[2])}&panel=${encodeURIComponent(PAYLOADS[3])}`,
      `/?lang=${encodeURIComponent(PAYLOADS[1])}&theme=${encodeURIComponent(PAYLOADS[1])}#${encodeURIComponent(PAYLOADS[1])}`,
      `/calls/${encodeURIComponent(PAYLOADS[1])}?m=${encodeURIComponent(PAYLOADS[1])}`,
      `/calls/${list[0].id}?m=${encodeURIComponent(PAYLOADS[2])}&tab=constructor&time=__proto__&sdp=${encodeURIComponent(PAYLOADS[2])}&order=${encodeURIComponent(PAYLOADS[2])}`]) {
      await page.goto(server.origin + path);
      await page.waitForSelector("callogram-app .page > *");
    }
    for (const expected of ["400 (Bad Request)", "404 (Not Found)"]) watch.forgive(expected);
  });

  await check("at 390 px nothing that is hostile is wider than the screen", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${server.origin}/`);
    await until(async () => (await rows(page).count()) > 5, "rows");
    equal(await overflow(page), "", "overflow of the list");
    for (const row of list.filter((_, i) => i % 12 === 0)) {
      await page.goto(`${server.origin}/calls/${row.id}`);
      await page.waitForSelector("call-ladder [role=listitem]");
      equal(await overflow(page), "", `overflow of call ${row.id}`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await check("exported pages and pictures run nothing when they are opened", async () => {
    const outside = new Watch((url) => url.startsWith("file://" + file("")) || url.startsWith("data:") || url.startsWith("blob:"));
    const context = await browser.newContext();
    await outside.over(context);
    const reader = await context.newPage();
    for (const [i, row] of list.entries()) {
      const formats = i % 4 === 0 ? ["html", "svg"] : ["html"];
      for (const format of formats) {
        const answer = await server.ask(`/api/calls/${row.id}/ladder?format=${format}`);
        equal(answer.status, 200, `answer for ${format} of ${row.id}`);
        const name = file(`export-${i}.${format}`);
        writeFileSync(name, Buffer.from(await answer.arrayBuffer()));
        await reader.goto(pathToFileURL(name).href);
        const scripts = await reader.evaluate(() => document.querySelectorAll("script, foreignObject, iframe, object, embed, [onload], [onerror]").length);
        equal(scripts, 0, `active elements in ${format} of ${row.id}`);
      }
    }
    equal(outside.seen, [], "what the exports did");
    await context.close();
  });
}
