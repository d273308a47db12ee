// Live capture on the loopback interface, HEP both ways, and what comes through a pipe.
import { execFileSync, spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { check, done, equal, expect, file, good, includes, refused, run, start } from "./checks.mjs";

const SIP = 5999;
const HEP = 5998;
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// A request and its answer between two ports of this machine.
function exchange(number) {
  const head = `Via: SIP/2.0/UDP 127.0.0.1:${SIP};branch=z9hG4bK${number}\r\nFrom: <sip:a@x>;tag=1\r\n`;
  const rest = `Call-ID: ${number}@x\r\nCSeq: 1 MESSAGE\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n`;
  return [`MESSAGE sip:b@x SIP/2.0\r\n${head}To: <sip:b@x>\r\n${rest}`, `SIP/2.0 200 OK\r\n${head}To: <sip:b@x>;tag=2\r\n${rest}`];
}

async function send(from, count) {
  const [a, b] = [createSocket("udp4"), createSocket("udp4")];
  await new Promise((resolve) => b.bind(SIP, "127.0.0.1", resolve));
  await new Promise((resolve) => a.bind(SIP + 10, "127.0.0.1", resolve));
  const put = (socket, text, port) => new Promise((resolve) => socket.send(text, port, "127.0.0.1", resolve));
  for (let i = from; i < from + count; i++) {
    const [request, answer] = exchange(i);
    await put(a, request, SIP);
    await put(b, answer, SIP + 10);
  }
  a.close();
  b.close();
}

// Starts a capture; what it says, and the way to end it.
async function capture(...options) {
  const child = start(["capture", ...options]);
  const said = { err: "" };
  child.stderr.on("data", (bytes) => (said.err += bytes));
  const gone = once(child, "exit");
  const stop = async () => {
    await sleep(300);
    child.kill("SIGINT");
    await gone;
    return said.err;
  };
  return { child, said, stop, ended: () => child.exitCode !== null };
}

const until = async (holds, { said, ended }) => {
  for (let i = 0; i < 600 && !ended(); i++) {
    if (holds()) return;
    await sleep(50);
  }
  throw new Error(`nothing captures: ${said.err}`);
};

// It says when nothing is missed any more.
const captures = (capture) => until(() => capture.said.err.includes("capturing on"), capture);

function captor({ child }) {
  const all = execFileSync("ps", ["-eo", "pid,ppid,args"]).toString().split("\n");
  return Number(all.find((text) => text.includes("CaptureChild") && Number(text.trim().split(/\s+/)[1]) === child.pid).trim().split(/\s+/)[0]);
}

const calls = async (name) => JSON.parse(good(await run(["analyze", name, "--format", "json"]), "analyze").text);

await check("lists the interfaces", async () => {
  includes(good(await run(["interfaces"]), "interfaces").text, "127.0.0.1", "interfaces");
});

await check("says what is wrong with an interface or a filter", async () => {
  refused(await run(["capture", "-i", "nonesuch0"]), 2, "no interface nonesuch0", "an unknown interface");
  refused(await run(["capture", "-i", "lo", "--filter", "udp prt 5"]), 2, "syntax error", "a wrong filter");
  refused(await run(["capture", "-i", "$(touch x);`touch x`"]), 2, "no interface", "a hostile interface");
  expect(!existsSync(file("x")), "a shell ran");
  refused(await run(["capture", "--hep", "udp:nowhere"]), 2, "tls:ADDR:PORT", "a wrong address");
});

await check("captures every frame and accounts for it", async () => {
  const out = file("live.pcapng");
  const live = await capture("-i", "lo", "--filter", `udp port ${SIP}`, "--out", out);
  await captures(live);
  await send(0, 1_000);
  includes(await live.stop(), "2,000 frames received, 0 dropped", "what the capture says");
  const { sources, calls: found } = await calls(out);
  equal([sources[0].packets, sources[0].sip, found.length], [2_000, 2_000, 1_000], "packets, messages and calls");
});

await check("shows a gap and captures on when its child is killed", async () => {
  const out = file("killed.pcapng");
  const live = await capture("-i", "lo", "--filter", `udp port ${SIP}`, "--out", out);
  await captures(live);
  await send(0, 10);
  await sleep(300);
  process.kill(captor(live), "SIGSEGV");
  await until(() => live.said.err.includes("goes on"), live);
  await send(10, 10);
  const said = await live.stop();
  includes(said, "capturing goes on; nothing was captured between", "what the capture says");
  includes(said, "40 frames received, 0 dropped", "what the capture says");
  includes(said, "1 gaps", "what the capture says");
  equal((await calls(out)).calls.length, 20, "number of calls");
});

await check("begins another file by size", async () => {
  const live = await capture("-i", "any", "--filter", `udp port ${SIP}`, "--out", file("part.pcapng"), "--rotate", "10kB");
  await captures(live);
  await send(0, 50);
  await live.stop();
  const parts = readdirSync(file(".")).filter((name) => /^part-\d{4}\.pcapng$/.test(name));
  expect(parts.length > 2, `only ${parts}`);
  const all = JSON.parse(good(await run(["analyze", ...parts.sort().map(file), "--format", "json"]), "analyze").text);
  equal(all.sources.reduce((sum, source) => sum + source.packets, 0), 100, "packets in all parts");
});

await check("sends HEP, receives it with the right key only, and reads it as the conversation", async () => {
  const out = file("hep.pcapng");
  const collector = await capture("-L", `udp:127.0.0.1:${HEP}`, "--hep-key", "secret", "--out", out);
  while (!collector.said.err.includes("listening on") && !collector.ended()) await sleep(50);
  for (const key of ["secret", "wrong"]) {
    const agent = await capture("-d", "lo", "--filter", `udp port ${SIP}`, "-H", `udp:127.0.0.1:${HEP}`, "--hep-key", key);
    await captures(agent);
    await send(0, 20);
    includes(await agent.stop(), "40 messages sent, 0 not", "what the agent says");
  }
  includes(await collector.stop(), "80 messages received, 40 dropped", "what the collector says");
  const { sources, calls: found } = await calls(out);
  equal([sources[0].packets, sources[0].sip, found.length], [40, 40, 20], "packets, messages and calls");
  const text = good(await run(["ladder", out, "--call", found[0].id, "--format", "json"]), "ladder").text;
  includes(text, `127.0.0.1:${SIP}`, "the ladder");
});

await check("reads what tcpdump writes into a pipe", async () => {
  const tcpdump = spawn("tcpdump", ["-i", "lo", "-U", "-w", "-", "udp", "port", String(SIP)], { stdio: ["ignore", "pipe", "pipe"] });
  const analyze = start(["analyze", "-", "--format", "json"]);
  tcpdump.stdout.pipe(analyze.stdin);
  let text = "";
  analyze.stdout.on("data", (bytes) => (text += bytes));
  await once(tcpdump.stderr, "data"); // it says that it listens
  await sleep(300);
  await send(0, 20);
  await sleep(1500); // it reads its ring once a second
  tcpdump.kill("SIGINT");
  const [code] = await once(analyze, "close");
  equal(code, 0, "exit code");
  equal(JSON.parse(text).calls.length, 20, "number of calls");
});

await check("the server captures, shows a gap, and keeps what came", async () => {
  const child = start(["serve", "--data", file("live-data"), "--port", "0"], { env: { CALLOGRAM_TOKEN: "0123456789abcdef" } });
  let said = "";
  child.stdout.on("data", (bytes) => (said += bytes));
  for (let i = 0; i < 600 && !said.includes("\n"); i++) await sleep(50);
  const { origin } = new URL(said.split("\n")[0]);
  const headers = { authorization: "Bearer 0123456789abcdef", "content-type": "application/json" };
  const ask = (path, options) => fetch(origin + "/api" + path, { headers, ...options });
  const json = async (path, options) => (await ask(path, options)).json();
  const begin = (body) => json("/captures", { method: "POST", body: JSON.stringify(body) });
  const stands = async (holds) => {
    for (let i = 0; i < 200; i++) {
      const source = await json("/sources/s1");
      if (holds(source)) return source;
      await sleep(100);
    }
    throw new Error(`the source does not become so: ${JSON.stringify(await json("/sources/s1"))}`);
  };
  includes(JSON.stringify(await json("/interfaces")), '"lo"', "the interfaces");
  includes((await begin({ interface: "lo", filter: "udp prt" })).detail, "syntax error", "a wrong filter");
  equal((await begin({ interface: ["nonesuch0"] })).status, 400, "status of an unknown interface");
  equal((await begin({ interface: "lo", filter: `udp port ${SIP}` })).id, "s1", "id of the source");
  await send(0, 25);
  await stands(({ calls: found, state }) => found === 25 && state === "live");
  process.kill(captor({ child }), "SIGKILL");
  const { capture: whole } = await stands(({ capture: { gaps } }) => gaps.length === 1 && gaps[0].to);
  equal(whole.state, "capturing", "state behind the gap");
  await send(25, 25);
  await stands(({ calls: found }) => found === 50);
  equal((await ask("/captures/s1", { method: "DELETE" })).status, 204, "status of the end");
  const { capture: ended, accounting } = await stands(({ state }) => state === "ready");
  equal([ended.received, ended.stored, ended.waiting, accounting.sip], [100, 100, 0, 100], "received, stored, waiting, SIP");
  includes(await (await ask("/metrics")).text(), "callogram_live_stored 100\n", "the metrics");
  child.kill("SIGTERM");
  await once(child, "exit");
});

done("live");
