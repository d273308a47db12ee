// One capture sent to the server. XMLHttpRequest, because only it tells how many bytes have left; the body is the File, never read here.
import { Problem } from "../api.js";
import { pace } from "./pace.js";

function refusal(request) {
  try {
    return new Problem({ ...JSON.parse(request.responseText), status: request.status });
  } catch {
    return new Problem({ title: request.statusText, status: request.status });
  }
}

// upload(file, onPace) → { done: Promise of the Source, abort }
export function upload(file, onPace) {
  const request = new XMLHttpRequest();
  const speed = pace(file.size);
  const done = new Promise((resolve, reject) => {
    request.open("POST", "/api/sources?name=" + encodeURIComponent(file.name));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("accept", "application/json");
    request.upload.addEventListener("progress", (event) => onPace(speed.at(performance.now(), event.loaded)));
    request.addEventListener("load", () => {
      if (request.status < 200 || request.status >= 300) reject(refusal(request));
      else resolve(JSON.parse(request.responseText));
    });
    request.addEventListener("error", () => reject(new Problem({ type: "offline", title: "offline", status: 0 })));
    request.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError")));
    request.send(file);
  });
  return { done, abort: () => request.abort() };
}
