"""Data sets of the recipe that every golden number rests on: a linear congruential generator, so that any language can make them again."""
import math


def uniform(seed):
    s = seed
    while True:
        s = (s * 1103515245 + 12345) % 2**31
        yield s / 2**31


def numbers(seed, n):
    """Sums of twelve uniforms, from left to right, less six."""
    u = uniform(seed)
    out = []
    for _ in range(n):
        total = 0.0
        for _ in range(12):
            total += next(u)
        out.append(total - 6.0)
    return out


def categories(seed, n, shares, labels):
    """The first k with u < cumulated share k, else the last."""
    u = uniform(seed)
    cumulated, total = [], 0.0
    for share in shares:
        total += share
        cumulated.append(total)
    out = []
    for _ in range(n):
        x = next(u)
        out.append(next((labels[k] for k, c in enumerate(cumulated) if x < c), labels[-1]))
    return out


# name -> (kind, reference, current)
DATA_SETS = {
    "small": ("num", numbers(11, 500), [0.1 + x for x in numbers(12, 300)]),
    "large": ("num", numbers(21, 12000), [0.05 + 1.1 * x for x in numbers(22, 9000)]),
    "skewed": ("num", [math.fabs(x * x * x) for x in numbers(31, 3000)], [math.fabs(x * x * x) + 0.02 for x in numbers(32, 2500)]),
    "stepped": ("num", [math.floor(4 * x) / 2 for x in numbers(41, 2000)], [math.floor(4.4 * x) / 2 for x in numbers(42, 1500)]),
    "few_values": ("num", [float(c) for c in categories(51, 1500, [0.4, 0.3, 0.2, 0.1], "1234")],
                   [float(c) for c in categories(52, 900, [0.3, 0.3, 0.25, 0.15], "1234")]),
    "few_rows": ("num", numbers(61, 30), [0.5 + x for x in numbers(62, 20)]),
    "colours": ("cat", categories(71, 4000, [0.5, 0.3, 0.15, 0.05], ["red", "green", "blue", "grey"]),
                categories(72, 1000, [0.4, 0.35, 0.2, 0.05], ["red", "green", "blue", "grey"])),
    "new_and_gone": ("cat", categories(81, 900, [0.6, 0.3, 0.1], ["a", "b", "c"]), categories(82, 700, [0.5, 0.4, 0.1], ["a", "b", "d"])),
    "equal_sizes": ("cat", categories(101, 600, [0.7, 0.3], ["no", "yes"]), categories(102, 600, [0.6, 0.4], ["no", "yes"])),
    "two_values": ("cat", categories(91, 800, [0.7, 0.3], ["no", "yes"]), categories(92, 600, [0.6, 0.4], ["no", "yes"])),
}
