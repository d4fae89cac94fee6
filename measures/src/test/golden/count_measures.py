"""Computes count_measures.csv: what numpy, scipy and Evidently give for the measures that take counts.

Run with Python 3.11, numpy 2.4.6, scipy 1.16.3, pandas 2.3.3 and evidently 0.7.21:
    python count_measures.py > count_measures.csv

The data sets come from the generator of the golden recipe, see GoldenRecipe.java.
"""

import math
import warnings

import numpy as np
import pandas as pd
from evidently.legacy.calculations.stattests import chisquare_stattest, fisher_exact_stattest, g_stattest
from evidently.legacy.calculations.stattests import hellinger_distance, jensenshannon, kl_div, psi, z_stattest
from evidently.legacy.core import ColumnType
from scipy import stats
from scipy.spatial.distance import jensenshannon as js_distance

warnings.filterwarnings("ignore")


def uniforms(seed):
    state = seed
    while True:
        state = (state * 1103515245 + 12345) % 2**31
        yield state / 2**31


def number(seed, n):
    u = uniforms(seed)
    out = []
    for _ in range(n):
        total = 0.0
        for _ in range(12):
            total += next(u)
        out.append(total - 6.0)
    return np.array(out)


def category(seed, n, probabilities, labels):
    u = uniforms(seed)
    out = []
    for _ in range(n):
        x, cumulated, chosen = next(u), 0.0, labels[-1]
        for p, label in zip(probabilities, labels):
            cumulated += p
            if x < cumulated:
                chosen = label
                break
        out.append(chosen)
    return np.array(out)


DATA = {
    "A": (number(1, 8000), 0.3 + 1.2 * number(2, 4000)),
    "C": (
        category(5, 8000, (0.30, 0.25, 0.20, 0.15, 0.07, 0.03), "abcdef"),
        category(6, 4000, (0.22, 0.28, 0.18, 0.17, 0.10, 0.05), "abcdeg"),
    ),
    # whole numbers, more than 20 of them
    "I": (np.trunc(4 * number(11, 5000)).astype(int), np.trunc(4 * number(12, 3000) + 1).astype(int)),
    # whole numbers, three of them
    "F": (
        category(13, 3000, (0.5, 0.3, 0.2), (0, 1, 2)).astype(int),
        category(14, 2000, (0.4, 0.3, 0.3), (0, 1, 2)).astype(int),
    ),
    "B": (category(15, 500, (0.7, 0.3), ("no", "yes")), category(16, 400, (0.62, 0.38), ("no", "yes"))),
    # two values, samples of the same size
    "E": (category(19, 300, (0.7, 0.3), ("no", "yes")), category(20, 300, (0.6, 0.4), ("no", "yes"))),
    "K": (
        category(17, 3000, (0.4, 0.3, 0.2, 0.1), "abcd"),
        category(18, 3000, (0.38, 0.32, 0.19, 0.11), "abcd"),
    ),
}
NUMERIC = ("A", "I", "F")


def emit(measure, data, field, value):
    print(f"{measure},{data},{field},{'Infinity' if math.isinf(value) else repr(float(value))}")


def by_value(data):
    reference, current = DATA[data]
    keys = sorted(set(reference) | set(current))
    return np.array([(reference == k).sum() for k in keys], float), np.array([(current == k).sum() for k in keys], float)


def own(data):
    """Values of the reference and new ones together, or deciles with open ends."""
    reference, current = DATA[data]
    if data not in NUMERIC or len(set(reference)) <= 20:
        keys = sorted(set(reference))
        r = [(reference == k).sum() for k in keys] + [0]
        c = [(current == k).sum() for k in keys] + [(~np.isin(current, keys)).sum()]
        keep = len(keys) + 1 if data in NUMERIC or c[-1] else len(keys)
        return np.array(r[:keep], float), np.array(c[:keep], float)
    edges = np.unique(np.quantile(reference, np.arange(1, 10) / 10))
    edges = np.concatenate(([-np.inf], edges, [np.inf]))
    return over(edges, data)


def over(edges, data):
    reference, current = DATA[data]
    return np.histogram(reference, edges)[0].astype(float), np.histogram(current, edges)[0].astype(float)


def shares(counts, add=0.0):
    return (counts + add) / (counts + add).sum()


def psi_of(r, c):
    return np.sum((r - c) * np.log(r / c))


def hellinger_of(r, c):
    return np.sqrt(np.sum((np.sqrt(r) - np.sqrt(c)) ** 2) / 2)


def v_of(r, c):
    table = np.array([r, c])
    table = table[:, table.sum(axis=0) > 0]
    n, k = table.sum(), table.shape[1]
    phi = max(0.0, stats.chi2_contingency(table, correction=False)[0] / n - (k - 1) / (n - 1))
    return math.sqrt(phi / min(1 - 1 / (n - 1), k - (k - 1) ** 2 / (n - 1) - 1))


def emit_own(data):
    r, c = own(data)
    p, q = shares(r), shares(c)
    emit("psi@1", data, "value", psi_of(shares(r, 0.5), shares(c, 0.5)))
    emit("kl@1", data, "value", stats.entropy(shares(r, 0.5), shares(c, 0.5)))
    emit("js@1", data, "value", js_distance(p, q, 2))
    emit("hellinger@1", data, "value", hellinger_of(p, q))
    emit("tvd@1", data, "value", np.abs(p - q).sum() / 2)
    emit("linf@1", data, "value", np.abs(p - q).max())
    emit("overlap@1", data, "value", np.minimum(p, q).sum())
    table = np.array([r, c])[:, (r + c) > 0]
    for name, kind in (("chi2@1", "pearson"), ("g@1", "log-likelihood")):
        statistic, probability, _, _ = stats.chi2_contingency(table, correction=False, lambda_=kind)
        emit(name, data, "value", statistic)
        emit(name, data, "p", probability)
        emit(name, data, "effect", v_of(r, c))
    emit("cramers_v@1", data, "value", v_of(r, c))


def emit_evidently(data):
    kind = ColumnType.Numerical if data in NUMERIC else ColumnType.Categorical
    reference, current = (pd.Series(side) for side in DATA[data])
    tests = {"psi": psi._psi, "kl": kl_div._kl_div, "js": jensenshannon._jensenshannon}
    tests["hellinger"] = hellinger_distance._hellinger_distance
    for name, test in tests.items():
        emit(f"{name}@evidently-0.7", data, "value", test(reference.copy(), current.copy(), kind, 0.1)[0])


def emit_evidently_p(name, test, data):
    reference, current = (pd.Series(side) for side in DATA[data])
    emit(f"{name}@evidently-0.7", data, "p", test(reference, current, ColumnType.Categorical, 0.05)[0])


def emit_whylabs(data):
    reference, current = DATA[data]
    if data in NUMERIC:
        both = np.concatenate((reference, current))
        r, c = over(np.histogram_bin_edges(both, 30), data)
    else:
        r, c = by_value(data)
    p, q = np.maximum(shares(r), 1e-7), np.maximum(shares(c), 1e-7)
    emit("psi@whylabs", data, "value", psi_of(p, q))
    emit("kl@whylabs", data, "value", np.sum(p * np.log(p / q)))
    emit("js@whylabs", data, "value", js_distance(shares(r), shares(c)))


def emit_whylogs(data):
    reference, current = DATA[data]
    start, end = min(reference.min(), current.min()), max(reference.max(), current.max())
    end += abs(end) * 1e-7
    bins = max(2, min(30, math.ceil((len(reference) + len(current)) / 4)))
    edges = [start + i * (end - start) / bins for i in range(bins + 1)]
    emit("hellinger@whylabs", data, "value", hellinger_of(*map(shares, over(edges, data))))


def emit_whylogs_chi2(data):
    r, c = by_value(data)
    expected = np.floor(r / r.sum() * c.sum())
    statistic = np.inf if (expected == 0).any() else ((c - expected) ** 2 / expected).sum()
    emit("chi2@whylabs", data, "value", statistic)
    emit("chi2@whylabs", data, "p", stats.chi2.sf(statistic, max(1, (c > 0).sum() - 1)))


def emit_domino(data):
    reference, current = DATA[data]
    if data in NUMERIC:
        bins = min(20, len(np.histogram_bin_edges(reference.astype(float), "fd")) - 1)
        edges = np.linspace(reference.min(), reference.max(), bins + 1)
        r, c = over(edges, data)
        r = np.concatenate(([0], r, [0]))
        c = np.concatenate(([(current < edges[0]).sum()], c, [(current > edges[-1]).sum()]))
    else:
        r, c = own(data)
    p, q = shares(r), shares(c)
    emit("psi@domino", data, "value", psi_of(np.where(p == 0, 1e-4, p), np.where(q == 0, 1e-4, q)))


def emit_fiddler(data):
    reference, current = DATA[data]
    if data in NUMERIC:
        edges = np.histogram_bin_edges(reference.astype(float), 10)
        edges[0], edges[-1] = -np.inf, np.inf
        r, c = over(edges, data)
    else:
        r, c = own(data)
    emit("psi@fiddler", data, "value", psi_of(shares(r, 1), shares(c, 1)))
    emit("js@fiddler", data, "value", js_distance(shares(r, 1), shares(c, 1), 2))


def emit_frouros(data):
    edges = np.histogram_bin_edges(np.concatenate(DATA[data]), 10)
    emit("hellinger@frouros", data, "value", hellinger_of(*map(shares, over(edges, data))))


def emit_contingency(data):
    statistic, probability, _, _ = stats.chi2_contingency(np.array(by_value(data)))
    for name in ("chi2@scipy", "chi2@nannyml-0.13", "chi2@frouros"):
        emit(name, data, "value", statistic)
        emit(name, data, "p", probability)


def emit_two_values(data):
    (r1, r2), (c1, c2) = by_value(data)
    before, now = r1 + r2, c1 + c2
    pooled = (r2 + c2) / (before + now)
    z = (c2 / now - r2 / before) / math.sqrt(pooled * (1 - pooled) * (1 / before + 1 / now))
    emit("z@1", data, "value", z)
    emit("z@1", data, "p", 2 * stats.norm.sf(abs(z)))
    emit("z@1", data, "effect", abs(c2 / now - r2 / before))
    emit("fisher@1", data, "value", c2 / now - r2 / before)
    emit("fisher@1", data, "p", stats.fisher_exact([[r1, r2], [c1, c2]])[1])


if __name__ == "__main__":
    for each in ("A", "C", "I", "F", "B"):
        emit_own(each)
        emit_evidently(each)
    for each in ("A", "C", "I"):
        emit_whylabs(each)
        emit_domino(each)
        emit_fiddler(each)
    for each in ("A", "I"):
        emit_whylogs(each)
        emit_frouros(each)
    for each in ("C", "B", "K"):
        emit_contingency(each)
        emit_whylogs_chi2(each)
    for each in ("B", "E"):
        emit_two_values(each)
        emit_evidently_p("z", z_stattest._z_stat_test, each)
    for each in ("B", "K", "F"):
        emit_evidently_p("chi2", chisquare_stattest._chi_stat_test, each)
    for each in ("K", "E"):
        emit_evidently_p("g", g_stattest._g_stat_test, each)
    emit_evidently_p("fisher", fisher_exact_stattest._fisher_exact_stattest, "E")
