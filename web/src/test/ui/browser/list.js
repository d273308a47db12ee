// The list: opened by the link, searched, filtered, in both languages and both themes.
import { check, equal, expect, includes } from "../../smoke/checks.mjs";
import { until } from "./stage.js";

export const rows = (page) => page.locator("call-table tr[data-index]");
export const heading = (page) => page.locator(".resultbar h1").innerText();

export async function ask(page, q) {
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.locator("search-box input").fill(q);
  await page.keyboard.press("Enter");
}

export async function listChecks({ page, server, watch }) {
  let total;

  await check("the link opens the list, and the token leaves the address", async () => {
    total = (await server.search({ limit: 1 })).total;
    await until(async () => (await heading(page)).startsWith(`${total} `), `${total} calls in the heading`);
    equal(new URL(page.url()).search, "", "query of the address");
    await until(async () => (await rows(page).count()) >= 15, "at least 15 rows");
    expect((await page.title()).includes("Callogram"), "the title");
  });

  await check("a number filters the list", async () => {
    await ask(page, "1003");
    const { total: expected } = await server.search({ q: "1003", limit: 1 });
    expect(expected > 0 && expected < total, `${expected} of ${total} calls have 1003`);
    await until(async () => (await heading(page)).startsWith(`${expected} `), `${expected} calls in the heading`);
    equal(new URL(page.url()).searchParams.get("q"), "1003", "the query in the address");
    equal(await rows(page).count(), expected, "number of rows");
  });

  await check("a wrong query is shown with its column, and the list stays", async () => {
    const before = await rows(page).count();
    await ask(page, "1003 bogus:1");
    await until(async () => /6/.test(await page.locator("#query-problem").innerText()), "the column of the mistake");
    equal(await page.locator("search-box input").getAttribute("aria-invalid"), "true", "aria-invalid");
    equal(await page.locator("#query-problem mark").first().innerText(), "b", "the marked character");
    equal(await rows(page).count(), before, "number of rows");
    watch.forgive("400 (Bad Request)");
    await ask(page, "");
    await until(async () => (await heading(page)).startsWith(`${total} `), "all calls again");
  });

  await check("a word that is typed offers what may be meant, and a key takes it", async () => {
    const { total: held } = await server.search({ q: "flow:hold", limit: 1 });
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.type("ho");
    await page.locator("#meant li").first().waitFor();
    await page.keyboard.press("ArrowDown");
    equal(await page.locator("#meant [aria-selected=true]").innerText().then((text) => text.split(/\s/)[0]), "flow:hold", "the first one");
    await page.keyboard.press("Enter");
    equal(await page.locator("search-box input").inputValue(), "flow:hold ", "the query");
    await until(async () => (await heading(page)).startsWith(`${held} `), `${held} calls with a hold`);
    equal(await page.locator("#meant").count(), 0, "lists of suggestions");
    await ask(page, "");
  });

  await check("nothing that matches says which clause removed everything", async () => {
    await ask(page, "1003 and caller:nobody");
    await until(async () => (await page.locator(".blank").innerText()).includes("caller:nobody"), "the clause");
    await page.locator(".blank button").click();
    await until(async () => (await rows(page).count()) > 0, "rows after dropping the clause");
    await ask(page, "");
  });

  await check("a facet narrows the list and keeps its other values", async () => {
    await page.locator("facet-pane [role=group][aria-label=Outcome]").getByText("Busy").click();
    const { total: busy } = await server.search({ q: "outcome:busy", limit: 1 });
    await until(async () => (await heading(page)).startsWith(`${busy} `), `${busy} busy calls`);
    includes(await page.locator("facet-pane").innerText(), "Answered", "the outcomes to choose from");
    await ask(page, "");
    await until(async () => (await heading(page)).startsWith(`${total} `), "all calls again");
  });

  await check("flows are named in rows and facets, and a facet asks for one", async () => {
    const { facets } = await server.search({ limit: 1 });
    const [{ value, count }] = facets.flow;
    const { flows } = await server.json("/api/flows");
    const { title } = flows.find(({ flow }) => flow === value);
    await until(async () => (await page.locator("call-table .badge.head").count()) > 5, "badges in rows");
    await page.locator("facet-pane [role=group][aria-label=Flow]").getByText(title.en, { exact: true }).click();
    await until(async () => (await heading(page)).startsWith(`${count} `), `${count} calls with ${value}`);
    includes(new URL(page.url()).searchParams.get("q"), `flow:${value}`, "the query in the address");
    await ask(page, "");
    await until(async () => (await heading(page)).startsWith(`${total} `), "all calls again");
  });

  await check("a press on a column orders the list", async () => {
    await page.locator("call-table th button", { hasText: /msg|message/i }).click();
    await until(() => page.url().includes("sort="), "the order in the address");
    const { calls } = await server.search({ sort: new URL(page.url()).searchParams.get("sort"), limit: 3 });
    await until(async () => (await rows(page).first().innerText()).includes(String(calls[0].messages)), "the first call of that order");
    await page.goBack();
  });

  await check("both languages, both themes, both remembered", async () => {
    const before = await page.locator("body").innerText();
    await page.locator("call-table .tablewrap").focus();
    await page.keyboard.press("l");
    await until(async () => /[一-鿿]{2}/.test(await heading(page)), "a Chinese heading");
    equal(await page.locator("html").getAttribute("lang"), "zh-CN", "lang of the page");
    expect((await page.locator("body").innerText()) !== before, "the texts did not change");
    await page.locator(".theme button").nth(1).click();
    equal(await page.locator("html").getAttribute("data-theme"), "dark", "theme");
    await page.reload();
    await until(async () => /[一-鿿]{2}/.test(await heading(page)), "Chinese after loading again");
    equal(await page.locator("html").getAttribute("data-theme"), "dark", "theme after loading again");
    await page.locator(".theme button").nth(0).click();
    await page.locator("top-bar button[lang=en]").click();
    await until(async () => !/[一-鿿]{2}/.test(await heading(page)), "English again");
  });
}
