"""Writes the expected numbers of the value-based measures to a JSON resource of the tests.

Run with Python 3.11, numpy 2.4.6, scipy 1.16.3 and mpmath 1.3 or newer:  python recipe.py > ../../resources/io/plumbline/measures/golden/values.json

Numbers come from scipy where it has the measure. The others are written down here from their formulas, with numpy.
"""

import json
import sys
import warnings

import mpmath
import numpy as np
from scipy import stats
from scipy.spatial.distance import pdist, squareform

warnings.simplefilter("ignore")


def number(seed, n):
    """The data recipe of the golden numbers: sums of twelve uniform numbers of a congruential generator, minus six."""
    state, numbers = seed, []
    for _ in range(n):
        total = 0.0
        for _ in range(12):
            state = (state * 1103515245 + 12345) % 2**31
            total += state / 2**31
        numbers.append(total - 6.0)
    return numbers


def column(spec):
    if "values" in spec:
        return np.array(spec["values"], dtype=float)
    values = spec["shift"] + spec["scale"] * np.array(number(spec["seed"], spec["n"]))
    return np.floor(values * spec["steps"]) / spec["steps"] if "steps" in spec else values


def generated(seed, n, shift=0.0, scale=1.0, steps=None):
    spec = {"seed": seed, "n": n, "shift": shift, "scale": scale}
    return spec if steps is None else {**spec, "steps": steps}


def listed(values):
    return {"values": [float(value) for value in values]}


def normal(seed, n, mean=0.0, deviation=1.0):
    return listed(np.random.RandomState(seed).normal(mean, deviation, n))


def counted(counts):
    return listed(np.repeat(np.arange(1, len(counts) + 1), counts))


CASES = {
    "small_without_ties": (listed([0.3, 1.7, 2.2, -0.4, 5.1, 0.9]), listed([1.1, 2.9, 3.3, 6.2, 0.1, 4.8, 7.7])),
    "small_with_ties": (listed([1, 2, 2, 3, 3, 3, 4, 5]), listed([2, 3, 3, 4, 4, 5, 5, 5, 6, 9])),
    "twenty_each": (generated(21, 20), generated(22, 20, 0.4, 1.3)),
    "nineteen_and_twenty": (generated(23, 19), generated(24, 20, 0.9)),
    "few_and_many": (generated(25, 7, -0.5), generated(26, 900, 0.2, 0.8)),
    "unequal_sizes": (generated(31, 30), generated(32, 700, 0.25, 1.1)),
    "ties_on_a_grid": (generated(41, 500, 0, 2, 1), generated(42, 300, 0.5, 2, 1)),
    "same_distribution": (generated(51, 2500), generated(52, 3100)),
    "ten_thousand": (generated(61, 10000), generated(62, 2000, 0.05)),
    "more_than_ten_thousand": (generated(71, 10001), generated(72, 2000, 0.05, 1.02)),
    "big": (generated(81, 30000), generated(82, 25000, 0.1, 1.5)),
    "big_on_a_grid": (generated(91, 15000, 100, 20, 1), generated(92, 12000, 101, 25, 1)),
    "evidently_counts": (counted([16, 18, 16, 14, 12, 12]), counted([16, 16, 16, 16, 16, 8])),
    "evidently_numbers": (
        listed([38.7, 41.5, 43.8, 44.5, 45.5, 46.0, 47.7, 58.0]),
        listed([39.2, 39.3, 39.7, 41.4, 41.8, 42.9, 43.3, 45.8]),
    ),
    "evidently_normals": (normal(0, 100), normal(1, 100)),
    "frouros_normals": (normal(31, 100, 1, 1), normal(31, 100, 5, 2)),
}


def ks(r, c):
    result = stats.ks_2samp(r, c)
    return {"value": result.statistic, "p": result.pvalue}


def ks_whylabs(r, c):
    def quantile(x, f):
        return np.sort(x)[min(int(f * len(x)), len(x) - 1)]

    points = [quantile(x, f) for x in (r, c) for f in np.linspace(0, 1, 100)]
    d = max(abs(np.mean(r < x) - np.mean(c < x)) for x in points)
    return {"value": d, "p": stats.kstwo.sf(d, np.round(len(r) * len(c) / (len(r) + len(c))))}


def binned_shares(r, c):
    edges = np.linspace(r.min(), r.max(), 10001)
    below = c[c < edges[0]]
    above = c[c > edges[-1]]
    r_share = np.cumsum(np.histogram(r, edges)[0] / len(r))
    c_share = np.cumsum(np.histogram(c, edges)[0] / len(c))
    return edges, below, above, r_share, c_share


def ks_nannyml(r, c):
    if len(r) < 10000:
        return {"value": stats.ks_2samp(r, c).statistic}
    _, below, _, r_share, c_share = binned_shares(r, c)
    return {"value": np.max(np.abs(r_share - (c_share + len(below) / len(c))))}


def wasserstein_nannyml(r, c):
    if len(r) < 10000:
        return {"value": stats.wasserstein_distance(r, c)}
    edges, below, above, r_share, c_share = binned_shares(r, c)
    offset = (len(below) + 1) / len(c) if len(below) else 0
    within = np.sum(np.abs(r_share - (c_share + offset))) * (edges[1] - edges[0])
    return {"value": within + (np.sum(edges[0] - below) + np.sum(above - edges[-1])) / len(c)}


def wasserstein_deepchecks(r, c):
    def trim(x):
        low, high = np.quantile(x, [0.025, 0.975])
        return x[(x >= low) & (x <= high)]

    r, c = trim(r), trim(c)
    least, greatest = min(r.min(), c.min()), max(r.max(), c.max())
    return {"value": stats.wasserstein_distance((r - least) / (greatest - least), (c - least) / (greatest - least))}


def anderson_darling(r, c):
    result = stats.anderson_ksamp([r, c])
    return {"value": result.statistic, "p": result.pvalue}


def cramer_von_mises(r, c):
    result = stats.cramervonmises_2samp(r, c)
    return {"value": result.statistic, "p": result.pvalue}


def cramer_von_mises_tail(r, c):
    """The limiting distribution's upper tail without cancellation: its series summed with 250 digits."""
    if max(len(r), len(c)) <= 20:
        return cramer_von_mises(r, c)
    value = stats.cramervonmises_2samp(r, c).statistic
    n, m = len(r), len(c)
    pairs, total = n * m, n + m
    variance = (total + 1) * (4 * pairs * total - 3 * (n**2 + m**2) - 2 * pairs) / (45 * total**2 * 4 * pairs)
    x = 1 / 6 + (value - (1 + 1 / total) / 6) / np.sqrt(45 * variance)
    return {"value": value, "p": float(1 - limiting_distribution(mpmath.mpf(float(x))))}


def limiting_distribution(x):
    mpmath.mp.dps = 250
    distribution, k = mpmath.mpf(0), 0
    while True:
        y = mpmath.mpf(4 * k + 1)
        q = y**2 / (16 * x)
        factor = mpmath.gamma(k + mpmath.mpf(1) / 2) / (mpmath.factorial(k) * mpmath.pi**1.5 * mpmath.sqrt(x))
        term = factor * mpmath.sqrt(y) * mpmath.exp(-q) * mpmath.besselk(mpmath.mpf(1) / 4, q)
        distribution += term
        if term < mpmath.mpf(10) ** -240:
            return distribution
        k += 1


def epps_singleton(r, c):
    result = stats.epps_singleton_2samp(r, c)
    return {"value": result.statistic, "p": result.pvalue}


def mann_whitney(r, c, alternative):
    result = stats.mannwhitneyu(r, c, alternative=alternative)
    return {"value": result.statistic, "p": result.pvalue}


def t(r, c, equal_var):
    result = stats.ttest_ind(r, c, equal_var=equal_var)
    return {"value": result.statistic, "p": result.pvalue}


def mmd(r, c):
    both = np.concatenate([r, c])
    distances = pdist(both[:, None])
    median = np.sort(distances)[len(distances) // 2]
    scale = median if median > 0 else distances.mean()
    kernel = np.exp(-((squareform(distances) / scale) ** 2))
    np.fill_diagonal(kernel, 0)
    n, m = len(r), len(c)
    within = kernel[:n, :n].sum() / (n * (n - 1)) + kernel[n:, n:].sum() / (m * (m - 1))
    return {"value": within - 2 * kernel[:n, n:].mean()}


def measures(r, c):
    numbers = {
        "ks@1": ks(r, c),
        "ks@evidently-0.7": ks(r, c),
        "ks@scipy": ks(r, c),
        "ks@nannyml-0.13": ks_nannyml(r, c),
        "wasserstein@1": {"value": stats.wasserstein_distance(r, c) / np.std(r)},
        "wasserstein@evidently-0.7": {"value": stats.wasserstein_distance(r, c) / max(np.std(r), 0.001)},
        "wasserstein@nannyml-0.13": wasserstein_nannyml(r, c),
        "wasserstein@scipy": {"value": stats.wasserstein_distance(r, c)},
        "wasserstein@frouros": {"value": stats.wasserstein_distance(r, c)},
        "energy@1": {"value": stats.energy_distance(r, c) / np.sqrt(np.std(r))},
        "energy@evidently-0.7": {"value": stats.energy_distance(r, c)},
        "energy@scipy": {"value": stats.energy_distance(r, c)},
        "energy@frouros": {"value": stats.energy_distance(r, c)},
        "anderson_darling@1": anderson_darling(r, c),
        "anderson_darling@evidently-0.7": anderson_darling(r, c),
        "anderson_darling@scipy": anderson_darling(r, c),
        "cramer_von_mises@1": cramer_von_mises_tail(r, c),
        "cramer_von_mises@evidently-0.7": cramer_von_mises(r, c),
        "cramer_von_mises@scipy": cramer_von_mises(r, c),
        "epps_singleton@1": epps_singleton(r, c),
        "epps_singleton@evidently-0.7": epps_singleton(r, c),
        "epps_singleton@scipy": epps_singleton(r, c),
        "mann_whitney@1": mann_whitney(r, c, "two-sided"),
        "mann_whitney@evidently-0.7": mann_whitney(r, c, "less"),
        "mann_whitney@scipy": mann_whitney(r, c, "two-sided"),
        "t@1": t(r, c, False),
        "t@evidently-0.7": t(r, c, True),
        "t@scipy": t(r, c, True),
        "ks@whylabs": ks_whylabs(r, c),
    }
    if min(len(r), len(c)) >= 10:
        numbers["ks@deepchecks-0.19"] = {"value": stats.ks_2samp(r, c).statistic}
        numbers["wasserstein@deepchecks-0.19"] = wasserstein_deepchecks(r, c)
    if max(len(r), len(c)) <= 500:
        numbers["mmd@1"] = mmd(r, c)
    return numbers


def case(name, reference, current):
    numbers = measures(column(reference), column(current))
    plain = {key: {k: float(v) for k, v in number.items()} for key, number in numbers.items()}
    return {"name": name, "reference": reference, "current": current, "measures": plain}


json.dump([case(name, *sides) for name, sides in CASES.items()], sys.stdout, indent=1)
print()
