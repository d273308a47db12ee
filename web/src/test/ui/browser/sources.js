// Captures come by drop and by dialog, are accounted for, and go.
import { readFileSync } from "node:fs";
import { check, equal, expect, includes, recorded } from "../../smoke/checks.mjs";
import { heading, rows } from "./list.js";
import { until } from "./stage.js";

const dropped = (page, name, bytes) =>
  page.evaluate(
    ([file, base64]) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      transfer.items.add(new File([content], file));
      for (const type of ["dragenter", "dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    [name, bytes.toString("base64")],
  );

export async function sourceChecks({ page, server, watch }) {
  await check("an empty list offers a sample, and shows its calls", async () => {
    await until(async () => (await page.locator(".blank .linkish").count()) === 1, "the offer");
    await page.locator(".blank .linkish").click();
    await until(async () => (await rows(page).count()) === 1, "the call of the sample");
    includes(await page.locator("source-chips").innerText(), "attended-transfer", "the sources");
  });

  await check("a dropped capture appears in the list", async () => {
    await dropped(page, "busy.pcap", readFileSync(recorded("busy")));
    await until(async () => (await rows(page).count()) === 2, "its call");
    includes(await page.locator("source-chips").innerText(), "busy.pcap", "the sources");
  });

  await check("a chosen capture appears in the list", async () => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("source-chips .iconbtn").click()]);
    await chooser.setFiles({ name: "over tcp.pcap", mimeType: "", buffer: readFileSync(recorded("call-over-tcp")) });
    await until(async () => (await rows(page).count()) === 3, "its call");
  });

  await check("what is no capture is refused in a banner", async () => {
    await dropped(page, "notes.pcap", Buffer.from("These are notes."));
    await until(async () => /notes\.pcap/.test(await page.locator(".banner").innerText()), "the banner");
    includes(await page.locator(".banner").innerText(), "not a capture", "the banner");
    equal((await server.json("/api/sources")).sources.length, 3, "number of sources");
    watch.forgive("422 (");
    await page.locator(".banner .iconbtn").click();
  });

  await check("a source accounts for each of its packets", async () => {
    for (const { name } of await server.settled()) {
      await page.locator("source-chips button.source", { hasText: name }).click();
      await until(async () => (await page.locator("source-detail .sum").count()) === 1, "the account");
      equal(await page.locator("source-detail .outcome.bad").count(), 0, `complaints about the account of ${name}`);
      await page.keyboard.press("Escape");
      await until(async () => (await page.locator(".srcpanel").count()) === 0, "the panel closed");
    }
  });

  await check("a deleted source takes its calls along", async () => {
    await page.locator("source-chips button.source", { hasText: "busy.pcap" }).click();
    await page.locator("source-detail .ask button").last().click();
    await page.locator("source-detail .ask .bad").click();
    await until(async () => (await server.json("/api/sources")).sources.length === 2, "the source gone");
    await page.keyboard.press("Escape");
    await until(async () => (await rows(page).count()) === 2, "its call gone");
    expect((await heading(page)).startsWith("2 "), await heading(page));
  });
}
