# Two captures of one cable, frame by frame: how many both have, and what only one of them has, with its times.
import collections, struct, sys


def pcap(data):
    order = "<" if data[:4] in (b"\xd4\xc3\xb2\xa1", b"\x4d\x3c\xb2\xa1") else ">"
    unit = 1e9 if data[:4] in (b"\x4d\x3c\xb2\xa1", b"\xa1\xb2\x3c\x4d") else 1e6
    at = 24
    while at + 16 <= len(data):
        seconds, part, length, _ = struct.unpack_from(order + "IIII", data, at)
        yield seconds + part / unit, data[at + 16 : at + 16 + length]
        at += 16 + length


def pcapng(data):
    at, units = 0, []
    while at + 12 <= len(data):
        kind, size = struct.unpack_from("<II", data, at)
        if kind == 0x0A0D0D0A:
            units = []
        elif kind == 1:
            units.append(resolution(data[at + 16 : at + size - 4]))
        elif kind == 6:
            link, high, low, length, _ = struct.unpack_from("<IIIII", data, at + 8)
            yield ((high << 32) + low) * units[link], data[at + 28 : at + 28 + length]
        at += size


def resolution(options):
    at = 0
    while at + 4 <= len(options):
        code, length = struct.unpack_from("<HH", options, at)
        if code == 9:
            value = options[at + 4]
            return 2.0 ** -(value & 127) if value & 128 else 10.0**-value
        at += 4 + (length + 3) // 4 * 4
    return 1e-6


def read(file):
    data = open(file, "rb").read()
    return list(pcapng(data) if data[:4] == b"\x0a\x0d\x0d\x0a" else pcap(data))


def only(name, here, there):
    left = collections.Counter(frame for _, frame in there)
    times = []
    for time, frame in here:
        if left[frame] > 0:
            left[frame] -= 1
        else:
            times.append(time)
    first, last = there[0][0], there[-1][0]
    before, behind = sum(t < first for t in times), sum(t > last for t in times)
    within = len(times) - before - behind
    print(f"   only {name:9} {len(times):,}: {before:,} before the other began, {behind:,} after it ended, {within:,} between")
    return len(times)


names = [argument.split("=")[0] for argument in sys.argv[1:]]
one, other = (read(argument.split("=")[1]) for argument in sys.argv[1:])
alone = only(names[0], one, other)
only(names[1], other, one)
print(f"   in both        {len(one) - alone:,} frames, byte for byte")
