// The server as its programs see it: started by the command line, asked over HTTP, ended by a signal.
import { once } from "node:events";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { check, done, equal, expect, file, includes, recorded, refused, run, start, stopAll } from "./checks.mjs";

const DATA = file("data");

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

// Starts a server; resolves to { child, link, origin, token, said }.
async function serve(...options) {
  const child = start(["serve", "--data", DATA, "--port", String(await freePort()), ...options]);
  const said = { out: "", err: "" };
  child.stderr.on("data", (bytes) => (said.err += bytes));
  const link = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no link after 30 s: ${said.err}`)), 30_000);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said.err}`)));
    child.stdout.on("data", (bytes) => {
      said.out += bytes;
      if (!said.out.includes("\n")) return;
      clearTimeout(late);
      resolve(said.out.split("\n")[0]);
    });
  });
  const url = new URL(link);
  return { child, link, origin: url.origin, token: url.searchParams.get("token"), said };
}

const ended = async (server, signal) => {
  const gone = once(server.child, "exit");
  const late = setTimeout(stopAll, 20_000);
  server.child.kill(signal);
  const [code, by] = await gone;
  clearTimeout(late);
  return { code, by };
};

let server;
const ask = (path, { token = server.token, ...options } = {}) =>
  fetch(server.origin + path, { redirect: "manual", ...options, headers: { ...(token && { authorization: `Bearer ${token}` }), ...options.headers } });
const json = async (path, options) => {
  const answer = await ask(path, options);
  expect(answer.ok, `${path} answers ${answer.status}`);
  return answer.json();
};
const search = (body) => json("/api/calls/search", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

async function ready(id) {
  for (let i = 0; i < 150; i++) {
    const source = await json(`/api/sources/${id}`);
    if (source.state === "ready" || source.state === "failed") return source;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`source ${id} is not ready after 15 s`);
}

await check("prints a link with a token", async () => {
  server = await serve();
  expect(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{64}$/.test(server.link), `link: ${server.link}`);
  const mode = (name) => (statSync(name).mode & 0o777).toString(8);
  for (const { name: folder } of readdirSync(DATA, { withFileTypes: true }).filter((entry) => entry.isDirectory())) equal(mode(file(`data/${folder}`)), "700", `rights of ${folder}`);
});

await check("tells its health to everyone, its counters to who is signed in", async () => {
  equal(await (await ask("/api/health", { token: null })).json(), { status: "ok" }, "health without a token");
  const health = await json("/api/health");
  expect(health.version && health.rules && typeof health.counters.sources === "number", "health lacks versions or counters");
});

await check("lets nobody in without the token", async () => {
  for (const path of ["/api/calls", "/api/sources", "/api/events", "/api/metrics", "/api/calls/c-000000000000", "/api/openapi.json"]) {
    const answer = await ask(path, { token: null });
    expect(answer.status === 401 || path === "/api/openapi.json", `${path} answers ${answer.status}`);
    await answer.body?.cancel();
  }
  equal((await ask("/api/calls", { token: "0".repeat(64) })).status, 401, "answer to a wrong token");
  const signedIn = await ask(`/?token=${server.token}`, { token: null });
  equal(signedIn.status, 303, "answer to the link");
  const cookie = signedIn.headers.get("set-cookie");
  for (const word of ["HttpOnly", "SameSite=Strict", "Path=/"]) includes(cookie, word, "the cookie");
  equal((await ask("/api/calls", { token: null, headers: { cookie: cookie.split(";")[0] } })).status, 200, "answer to the cookie");
});

let source;
await check("takes an upload and lists its calls", async () => {
  const sent = await ask("/api/sources?name=transfer.pcap", { method: "POST", body: readFileSync(recorded("attended-transfer")) });
  equal(sent.status, 201, "answer to the upload");
  source = await ready((await sent.json()).id);
  equal([source.state, source.name, source.calls], ["ready", "transfer.pcap", 1], "the source");
  const { accounting: a } = source;
  equal(a.packets, a.sip - a.coalesced + a.duplicates + a.rtp + a.rtcp + a.other + a.refused, "the account");
  const page = await search({ q: "1001", limit: 10 });
  equal([page.total, page.calls[0].caller, page.calls[0].outcome, page.first], [1, "1001", "answered", 0], "the list");
});

await check("gives a call in every form with its media type", async () => {
  const { calls } = await search({ limit: 1 });
  const types = { json: "application/json", text: "text/plain", svg: "image/svg+xml", png: "image/png", puml: "text/plain", mermaid: "text/plain", html: "text/html" };
  for (const [format, type] of Object.entries(types)) {
    const answer = await ask(`/api/calls/${calls[0].id}/ladder?format=${format}`);
    equal([answer.status, answer.headers.get("content-type").split(";")[0]], [200, type], `ladder ${format}`);
    expect((await answer.arrayBuffer()).byteLength > 500, `ladder ${format} is empty`);
    if (format === "html" || format === "svg") includes(answer.headers.get("content-security-policy"), "sandbox", `policy of ${format}`);
  }
  const pcap = await ask(`/api/calls/${calls[0].id}/pcap`);
  equal(Buffer.from(await pcap.arrayBuffer()).subarray(0, 4).toString("hex"), "0a0d0d0a", "first bytes of the pcapng");
});

await check("says at which column a query went wrong", async () => {
  const answer = await ask("/api/calls/search", { method: "POST", headers: { "content-type": "application/json" }, body: '{"q":"1001 bogus:2"}' });
  const problem = await answer.json();
  equal([answer.status, problem.column, answer.headers.get("content-type")], [400, 6, "application/problem+json"], "the problem");
  expect(problem.expected, "what was expected is missing");
});

await check("refuses an upload that is no capture, and says why", async () => {
  const sent = await ask("/api/sources?name=notes.txt", { method: "POST", body: "These are notes." });
  equal([sent.status, sent.headers.get("content-type")], [422, "application/problem+json"], "answer");
  includes((await sent.json()).detail, "not a capture", "the reason");
  equal((await json("/api/sources")).sources.length, 1, "number of sources");
  equal(readdirSync(file("data/sources")).length, 1, "number of captures kept");
});

await check("does not log what it was asked", () => expect(!/1001|token|bogus/.test(server.said.err), `the log says: ${server.said.err}`));

await check("ends on SIGTERM and leaves no scratch files", async () => {
  const stream = await ask("/api/events", { headers: { accept: "text/event-stream" } });
  const { code, by } = await ended(server, "SIGTERM");
  stream.body.cancel().catch(() => {});
  expect(code === 143 || code === 0 || by === "SIGTERM", `ended with ${code ?? by}`);
  equal(readdirSync(file("data/scratch")), [], "scratch files");
  equal(readdirSync(file("data/uploads")), [], "half uploads");
});

await check("finds the uploads of the last time again", async () => {
  server = await serve("--token", "0123456789abcdef0123");
  equal(server.token, "0123456789abcdef0123", "the token that was asked for");
  const again = await ready((await json("/api/sources")).sources[0].id);
  equal([again.name, again.calls], ["transfer.pcap", 1], "the source");
  equal((await ask(`/api/sources/${again.id}`, { method: "DELETE" })).status, 204, "answer to deleting");
  equal((await search({})).total, 0, "calls after deleting");
  equal(readdirSync(file("data/sources")), [], "files after deleting");
  await ended(server, "SIGINT");
});

await check("refuses to serve where it must not", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const port = String(taken.address().port);
  let folders = 0;
  const attempt = (...options) => run(["serve", "--data", file(`elsewhere-${folders++}`), ...options], { limit: 60 });
  const [clear, open, short, foreign, nowhere, busy, file_] = await Promise.all([
    attempt("--port", "0", "--bind", "0.0.0.0"),
    attempt("--port", "0", "--bind", "0.0.0.0", "--no-token"),
    attempt("--port", "0", "--token", "short"),
    attempt("--port", "0", "--bind", "192.0.2.1", "--behind-proxy", "calls.example"),
    attempt("--port", "0", "--bind", "nobody.invalid", "--behind-proxy", "calls.example"),
    attempt("--port", port),
    run(["serve", "--port", "0", "--data", recorded("busy")]),
  ]);
  taken.close();
  refused(clear, 2, "--behind-proxy", "an address beyond this machine without TLS");
  refused(open, 2, "loopback", "an open server without a token");
  refused(short, 2, "16 characters", "a short token");
  refused(foreign, 1, "192.0.2.1", "an address of another machine");
  refused(nowhere, 1, "nobody.invalid", "a name without an address");
  refused(busy, 1, port, "a port that is taken");
  refused(file_, 1, "capture.pcap", "a file where a folder should be");
});

done("server");
