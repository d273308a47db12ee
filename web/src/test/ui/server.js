// The pages on loopback with a made-up API: for looking at them and for screenshots. The Java server is the real one.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { Unreadable, search } from "./answers.js";
import { calls, source, sources } from "./fixtures.js";
import { callAnswer } from "./fixtures/answers.js";
import { unpackLit } from "./webjars.js";

const UI = fileURLToPath(new URL("../../main/resources/ui", import.meta.url));
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
const flag = (name) => process.argv.includes("--" + name);
const [port = 8060, count = 100_000] = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const lit = unpackLit();
const world = flag("empty") ? { calls: [], sources: [] } : { calls: calls(count, flag("flows")), sources: sources(count) };
const streams = new Set();
let serial = world.sources.length;

// The import map cannot be a file, so its hash joins script-src: the one exception to 'self'.
function policy(page) {
  const map = /<script type="importmap">([^]*?)<\/script>/.exec(page)[1];
  const hash = createHash("sha256").update(map).digest("base64");
  return `default-src 'none'; script-src 'self' 'sha256-${hash}'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html`;
}

function json(response, value, status = 200) {
  response.writeHead(status, { "content-type": status < 400 ? "application/json" : "application/problem+json" }).end(JSON.stringify(value));
}

async function file(response, path) {
  const body = await readFile(path).catch(() => null);
  if (!body) return response.writeHead(404).end();
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  response
    .writeHead(200, { "content-type": type + "; charset=utf-8", "x-content-type-options": "nosniff", "cache-control": "no-store" })
    .end(body);
}

async function page(response) {
  const body = await readFile(join(UI, "index.html"), "utf8");
  response
    .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy(body), "cache-control": "no-store" })
    .end(body);
}

const tell = (type, value) => {
  for (const stream of streams) stream.write(`event: ${type}\ndata: ${JSON.stringify(value)}\n\n`);
};

// A source that is being read: ten steps, then its calls are there.
function play(one, step = 0) {
  const progress = step / 10;
  const now =
    step < 10
      ? {
          ...one,
          state: "reading",
          progress,
          calls: Math.floor(one.calls * progress),
          messagesPerSecond: 120_000,
          secondsLeft: (10 - step) * 0.4,
        }
      : one;
  world.sources = [...world.sources.filter(({ id }) => id !== one.id), now];
  if (step === 10) world.calls.push(...calls(one.calls).map((call) => ({ ...call, id: one.id + call.id, source: one.id })));
  tell("source", now);
  if (step === 10) tell("calls", { source: one.id, changed: one.calls });
  else setTimeout(() => play(one, step + 1), 400);
}

async function bodyOf(request, keep = true) {
  const parts = [];
  for await (const part of request) if (keep) parts.push(part);
  return Buffer.concat(parts).toString();
}

async function sourceRoutes(request, response, url) {
  const id = url.pathname.split("/")[3];
  if (request.method === "GET") return json(response, id ? world.sources.find((one) => one.id === id) : { sources: world.sources });
  if (request.method === "DELETE") {
    world.sources = world.sources.filter((one) => one.id !== id);
    world.calls = world.calls.filter((call) => call.source !== id);
    response.writeHead(204).end();
    return tell("calls", { source: id, changed: 1 });
  }
  await bodyOf(request, false);
  const name = url.searchParams.get("name") ?? url.searchParams.get("sample") + ".pcap";
  if (name.endsWith(".txt"))
    return json(response, { title: "Not a capture", status: 415, detail: "The first bytes are those of no capture format." }, 415);
  const made = source("s" + ++serial, name, 500);
  play(made);
  json(response, made, 201);
}

async function api(request, response, url) {
  if (url.pathname.startsWith("/api/sources")) return sourceRoutes(request, response, url);
  if (url.pathname === "/api/events") {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" }).write(": open\n\n");
    streams.add(response);
    return request.on("close", () => streams.delete(response));
  }
  const said = callAnswer(url);
  if (said) return json(response, said.value, said.status);
  const question = request.method === "POST" ? JSON.parse(await bodyOf(request)) : Object.fromEntries(url.searchParams);
  const labels = Object.fromEntries(world.sources.map(({ id, name }) => [id, name]));
  json(response, search(world.calls, question, labels));
}

function refuse(response, failure) {
  if (!(failure instanceof Unreadable)) return json(response, { title: "Internal error", status: 500, detail: failure.message }, 500);
  json(
    response,
    {
      type: "about:blank",
      title: "Unreadable query",
      status: 400,
      detail: failure.message,
      column: failure.column,
      expected: failure.expected,
    },
    400,
  );
}

createServer((request, response) => {
  const url = new URL(request.url, "http://localhost"),
    path = normalize(url.pathname);
  if (path.startsWith("/api/")) return api(request, response, url).catch((failure) => refuse(response, failure));
  const [, root, ...rest] = path.split("/");
  if (root === "ui") return file(response, join(UI, ...rest));
  if (root === "lib" && lit[rest[0]]) return file(response, join(lit[rest[0]], ...rest.slice(1)));
  page(response);
}).listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/`));
