// A call played from its first message, and held against the shape of its flow and against another call.
import { check, equal, expect, includes } from "../../smoke/checks.mjs";
import { until } from "./stage.js";

const selected = (page) => page.locator(".msgmeta h3 .mono").first().innerText();
const clipped = (page) => page.locator("call-ladder g.rows[clip-path]").count();

export async function compareChecks({ page, server }) {
  const { calls } = await server.search({ q: "source:attended-transfer.pcap", limit: 1 });
  const call = await server.json(`/api/calls/${calls[0].id}`);

  await check("a moment of the call says every state with its cause", async () => {
    const { state } = await server.json(`/api/calls/${call.id}/events?until=10`);
    equal(state.message, 10, "the moment");
    for (const one of [state.call, ...state.dialogs, ...state.media, ...state.transactions])
      expect(one.message >= 0 && one.message <= 10 && one.event, `a cause: ${JSON.stringify(one)}`);
    await page.goto(`${server.origin}/calls/${call.id}?m=10`);
    await until(async () => (await page.locator(".momentbar .whole b").innerText()).length > 2, "the call's state");
    await until(async () => (await page.locator(".slider .dlg .ev").count()) > 0, "the message that made a dialog what it is");
  });

  await check("the call plays, pauses, steps and shows itself whole again", async () => {
    await page.locator(".momentbar .play").click();
    await until(async () => Number(await selected(page)) > 11, "messages that follow");
    equal(await clipped(page), 1, "the rest of the ladder is not seen yet");
    await page.locator("call-ladder").focus();
    await page.keyboard.press("Space");
    await until(async () => (await page.locator(".momentbar .play").getAttribute("aria-pressed")) === "false", "the pause");
    const paused = Number(await selected(page));
    await page.keyboard.press("ArrowRight");
    await until(async () => Number(await selected(page)) === paused + 1, "one message on");
    await page.keyboard.press("ArrowLeft");
    await until(async () => Number(await selected(page)) === paused, "one message back");
    await page.keyboard.press("Escape");
    await until(async () => (await clipped(page)) === 0, "the whole ladder");
  });

  await check("a call is compared with the shape of its flow", async () => {
    const compared = await server.json(`/api/calls/${call.id}/compare?with=flow`);
    await page.locator(".callhead .btn", { hasText: "Compare" }).click();
    await page.locator(".comparemenu > button").first().click();
    await until(async () => (await page.locator(".comparebar p").count()) === 1, "the sentence");
    includes(await page.locator(".comparebar p").innerText(), compared.sentence.en.slice(0, 40), "the sentence");
    await until(() => page.url().includes("with="), "the comparison in the address");
    expect(compared.first !== null, "the recorded transfer goes another way than the shape");
    await page.locator("call-ladder").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("n");
    await until(async () => (await selected(page)) !== "1", "a difference");
    await until(async () => (await page.locator("call-ladder .chip.cmp").count()) > 0, "its mark");
  });

  await check("a call is compared with another, and both messages stand beside each other", async () => {
    const { calls: others } = await server.search({ q: "kind:call outcome:answered", limit: 20 });
    const other = others.find(({ id }) => id !== call.id);
    await page.goto(`${server.origin}/calls/${call.id}?with=${other.id}&m=1`);
    await until(async () => (await page.locator(".comparebar p").count()) === 1, "the sentence");
    await until(async () => (await page.locator(".cmpchanges .linkish").count()) === 1, "the way to both messages");
    await page.locator(".cmpchanges .linkish").click();
    await until(async () => (await page.locator("message-pane .diff dt").count()) > 0, "both messages");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await until(async () => (await page.locator(".comparebar").count()) === 0, "the ladder alone");
    await page.goto(`${server.origin}/`);
  });
}
