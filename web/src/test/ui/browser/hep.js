// A phone and its server as a HEP 3 sender sees them: one call, a step at a time.
import { createSocket } from "node:dgram";

const chunk = (type, value) => {
  const head = Buffer.alloc(6);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(6 + value.length, 4);
  return Buffer.concat([head, value]);
};

const number = (size, n) => {
  const value = Buffer.alloc(size);
  value.writeUIntBE(n, 0, size);
  return value;
};

function hep(from, to, ms, sip) {
  const body = Buffer.concat([
    chunk(1, number(1, 2)),
    chunk(2, number(1, 17)),
    chunk(3, Buffer.from(from)),
    chunk(4, Buffer.from(to)),
    chunk(7, number(2, 5060)),
    chunk(8, number(2, 5060)),
    chunk(9, number(4, Math.floor(ms / 1000))),
    chunk(10, number(4, (ms % 1000) * 1000)),
    chunk(11, number(1, 1)),
    chunk(12, number(4, 1)),
    chunk(15, Buffer.from(sip.replaceAll("\n", "\r\n"))),
  ]);
  return Buffer.concat([Buffer.from("HEP3"), number(2, 6 + body.length), body]);
}

const ALICE = [10, 0, 0, 1],
  BOB = [10, 0, 0, 2];
let serial = 0;

export class Phone {
  #socket = createSocket("udp4");

  constructor(port) {
    this.port = port;
  }

  #send(from, to, sip) {
    return new Promise((sent) => this.#socket.send(hep(from, to, Date.now(), sip), this.port, "127.0.0.1", sent));
  }

  call() {
    const id = `${++serial}-${Date.now()}@phone`;
    const text = (start, method, cseq, branch, tag) =>
      `${start}\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK${id}${branch}\nFrom: <sip:alice@example.com>;tag=a1\nTo: <sip:bob@example.com>${tag}\n` +
      `Call-ID: ${id}\nCSeq: ${cseq} ${method}\nContact: <sip:x@10.0.0.1>\nContent-Length: 0\n\n`;
    const ask = (method, cseq, branch, tag) => this.#send(ALICE, BOB, text(`${method} sip:bob@10.0.0.2 SIP/2.0`, method, cseq, branch, tag));
    const answer = (status, method, cseq, branch) => this.#send(BOB, ALICE, text(`SIP/2.0 ${status}`, method, cseq, branch, ";tag=b1"));
    return {
      rings: async () => {
        await ask("INVITE", 1, "i", "");
        await answer("180 Ringing", "INVITE", 1, "i");
      },
      isAnswered: async () => {
        await answer("200 OK", "INVITE", 1, "i");
        await ask("ACK", 1, "a", ";tag=b1");
      },
      ends: async () => {
        await ask("BYE", 2, "b", ";tag=b1");
        await answer("200 OK", "BYE", 2, "b");
      },
    };
  }

  close() {
    this.#socket.close();
  }
}
