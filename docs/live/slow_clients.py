# Opens so many connections to a server that hardly read or hardly send, and opens each again that the server gives up: pages that
# listen to events and never read, lists asked for and not taken, uploads of a few bytes a second, requests that never end.
# slow_clients.py PORT TOKEN CLIENTS; says on SIGTERM what became of them.
import asyncio, collections, signal, socket, sys

port, token, clients = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
opened, ended = collections.Counter(), collections.Counter()
head = f" HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}\r\n"
KINDS = ["events"] * 10 + ["lists"] * 4 + ["uploads"] * 3 + ["requests"] * 3


async def connect():
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    sock.setblocking(False)
    await asyncio.get_running_loop().sock_connect(sock, ("127.0.0.1", port))
    return sock


async def send(sock, text):
    await asyncio.get_running_loop().sock_sendall(sock, text.encode())


async def trickle(sock, text, pause):
    for byte in text:
        await send(sock, byte)
        await asyncio.sleep(pause)


async def events(sock):
    await send(sock, f"GET /api/events{head}Accept: text/event-stream\r\n\r\n")
    while True:
        await asyncio.sleep(5)
        await send(sock, "\r\n")  # fails when the server has given up


async def lists(sock):
    while True:
        await send(sock, f"GET /api/calls?limit=100{head}\r\n")


async def uploads(sock):
    await send(sock, f"POST /api/sources?name=slow.pcap{head}Content-Type: application/octet-stream\r\nContent-Length: 100000000\r\n\r\n")
    await trickle(sock, "x" * 100_000_000, 0.5)


async def requests(sock):
    await trickle(sock, "GET /api/calls" + head + "X-Slow: " + "x" * 100_000, 2)


async def client(kind):
    while True:
        try:
            sock = await connect()
            opened[kind] += 1
            with sock:
                await globals()[kind](sock)
        except OSError:
            ended[kind] += 1
        await asyncio.sleep(1)


async def main():
    over = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, over.set)
    tasks = [asyncio.create_task(client(KINDS[i % len(KINDS)])) for i in range(clients)]
    await over.wait()
    print("   slow clients   " + ", ".join(f"{kind}: {opened[kind]} opened, {ended[kind]} given up by the server" for kind in sorted(opened)))
    for task in tasks:
        task.cancel()


asyncio.run(main())
