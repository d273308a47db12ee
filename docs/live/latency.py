# Watches the list of a server as its page does: hears the events, asks for what is new. Says how long after its INVITE each
# call was there for the first time, and how the calls stand in the end.
import collections, datetime, json, sys, threading, time, urllib.request

base, token, expected = sys.argv[1], sys.argv[2], int(sys.argv[3])
changed, seen = threading.Event(), {}


def ask(path, **headers):
    request = urllib.request.Request(base + path, headers={"Authorization": "Bearer " + token, **headers})
    return urllib.request.urlopen(request)


def listen():
    with ask("/api/events", Accept="text/event-stream") as events:
        for line in events:
            if line.startswith((b"event: calls", b"event: resync")):
                changed.set()


def pages():
    after = ""
    while after is not None:
        with ask("/api/calls?q=kind:call&sort=-start&limit=100" + after) as answer:
            page = json.load(answer)
        yield page
        after = "&after=" + page["next"] if page.get("next") else None


def start(call):
    return datetime.datetime.fromisoformat(call["start"][:26].rstrip("Z") + "+00:00").timestamp()


def look():
    for page in pages():
        now = time.time()
        fresh = [call for call in page["calls"] if call["id"] not in seen]
        for call in fresh:
            seen[call["id"]] = now - start(call)
        if len(fresh) < len(page["calls"]):
            return


threading.Thread(target=listen, daemon=True).start()
quiet = 0
while quiet < 40 and (len(seen) < expected or quiet < 8):
    quiet = 0 if changed.wait(1) else quiet + 1
    changed.clear()
    look()

late = sorted(seen.values())
calls = [call for page in pages() for call in page["calls"]]
flows = collections.Counter(" + ".join(flow["flow"] for flow in call["flows"]) for call in calls)
if late:
    at = lambda share: late[min(len(late) - 1, int(len(late) * share))]
    print(f"   first shown    p50 {at(.5):.2f} s, p99 {at(.99):.2f} s, at the latest {late[-1]:.2f} s after its INVITE")
print(f"   listed         {len(calls):,} of {expected:,} calls, {sum(call['outcome'] == 'answered' and call['endedBy'] is not None for call in calls):,} of them answered and ended")
for flow, count in flows.most_common():
    print(f"                  {count:,} {flow}")
