// Asks for captures with the browser's own dialog. The input never joins the page; its files are sent as they are.
import { uploadAll } from "./sources.js";

export function openFiles() {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = ".pcap,.pcapng,.cap,.dmp,.gz,.zst,application/vnd.tcpdump.pcap";
  input.addEventListener("change", () => uploadAll(input.files));
  input.click();
}
