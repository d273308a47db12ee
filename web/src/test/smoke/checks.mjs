// What every check uses: the program as a child, files of this run, one line a check.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const FOLDER = process.env.SMOKE_FOLDER;
export const PROGRAM = process.env.CALLOGRAM;
export const file = (name) => join(FOLDER, name);

const RECORDED = fileURLToPath(new URL("../../../../samples/src/main/resources/scenarios/recorded", import.meta.url));
export const recorded = (name) => join(RECORDED, name, "capture.pcap");
export const everyRecording = () => readdirSync(RECORDED).sort().map(recorded);

const children = new Set();

export function start(arguments_, { env = {}, program = PROGRAM } = {}) {
  const child = spawn(program, arguments_, { env: { ...process.env, ...env }, cwd: FOLDER });
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

export function stopAll() {
  for (const child of children) child.kill("SIGKILL");
}

// Runs to the end: { code, out (bytes), text, err }. `limit` in seconds is for a program that hangs.
export function run(arguments_, { input, env, program, limit = 120 } = {}) {
  return new Promise((resolve, reject) => {
    const child = start(arguments_, { env, program });
    const out = [],
      err = [];
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`'${arguments_.join(" ")}' did not end within ${limit} s`));
    }, limit * 1000);
    child.stdout.on("data", (bytes) => out.push(bytes));
    child.stderr.on("data", (bytes) => err.push(bytes));
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      const all = Buffer.concat(out);
      resolve({ code, out: all, text: all.toString(), err: Buffer.concat(err).toString() });
    });
    child.stdin.on("error", () => {}); // a program may refuse before it has read everything
    child.stdin.end(input);
  });
}

export class Broken extends Error {}

export function expect(holds, sentence) {
  if (!holds) throw new Broken(sentence);
}

const brief = (value) => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text !== undefined && text.length > 300 ? text.slice(0, 300) + "…" : text;
};

export const equal = (actual, expected, what) =>
  expect(JSON.stringify(actual) === JSON.stringify(expected), `${what} is ${brief(actual)}, expected ${brief(expected)}`);

export const includes = (text, part, what) => expect(text.includes(part), `${what} lacks ${brief(part)}: ${brief(text)}`);

// Ended well and said nothing but what it should have.
export function good(result, what) {
  expect(result.code === 0, `${what} ended with ${result.code}: ${brief(result.err)}`);
  return result;
}

// Ended with that code and one sentence: no trace, no result.
export function refused(result, code, part, what) {
  equal(result.code, code, `exit code of ${what}`);
  expect(!/\n\s+at |Exception/.test(result.err), `${what} shows a stack trace: ${brief(result.err)}`);
  equal(result.err.trim().split("\n").length, 1, `number of lines that ${what} says (${brief(result.err)})`);
  expect(result.err.startsWith("callogram: "), `${what} does not begin with its name: ${brief(result.err)}`);
  includes(result.err, part, `the sentence of ${what}`);
  equal(result.out.length, 0, `length of what ${what} wrote as a result`);
}

process.on("exit", stopAll);

let checked = 0;

export async function check(name, body) {
  const began = performance.now();
  try {
    await body();
  } catch (problem) {
    console.log(`FAIL ${name}`);
    console.error(`smoke: ${name}: ${problem instanceof Broken ? problem.message : problem.stack}`);
    stopAll();
    process.exit(1);
  }
  checked++;
  console.log(`ok   ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}

export const done = (part) => console.log(`smoke: ${part}: ${checked} checks`);
