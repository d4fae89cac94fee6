# Writes correlations.json: a small table and its correlations by pandas (Pearson, Spearman) and by scipy (chi-square of Cramér's V).
# Needs numpy (made with 2.4.6), pandas (2.3.3) and scipy (1.16.3): python correlations.py
import json
import math
import pathlib

import numpy as np
import pandas as pd
from scipy.stats import chi2_contingency

random = np.random.default_rng(2)
n = 300
base = random.normal(size=n)
numbers = pd.DataFrame(
    {
        "x": base,
        "noisy": base + random.normal(size=n),
        "cubed": base**3,
        "offset": 1e9 + base + 0.1 * random.normal(size=n),
        "ties": np.round(base),
        "opposite": -2.5 * base + 1,
        "alone": random.uniform(size=n),
        "large": 1e200 * base,
    }
)
for column, step in (("noisy", 7), ("ties", 11), ("alone", 5)):
    numbers.loc[::step, column] = np.nan
texts = pd.DataFrame({"color": random.choice(["red", "green", "blue"], size=n)})
texts["size"] = np.where(random.uniform(size=n) < 0.6, texts["color"].str[0], random.choice(list("xyz"), size=n))
texts["same"] = texts["color"].str.upper()
texts["free"] = random.choice(["p", "q"], size=n)
texts.loc[::9, "size"] = None


def cramers_v(first, second):
    counts = pd.crosstab(first, second)
    total = counts.to_numpy().sum()
    r, k = counts.shape
    phi = max(0.0, chi2_contingency(counts, correction=False)[0] / total - (r - 1) * (k - 1) / (total - 1))
    r, k = r - (r - 1) ** 2 / (total - 1), k - (k - 1) ** 2 / (total - 1)
    return math.sqrt(phi / min(r - 1, k - 1)), int(total)


def pairs(frame, value):
    names = list(frame.columns)
    return [
        [a, b, *value(frame[a], frame[b])] for i, a in enumerate(names) for b in names[i + 1 :]
    ]


def by(method):
    return lambda a, b: (float(a.corr(b, method=method)), int((a.notna() & b.notna()).sum()))


answers = {
    "numbers": {name: [None if np.isnan(v) else float(v) for v in numbers[name]] for name in numbers},
    "texts": {name: [v if isinstance(v, str) else None for v in texts[name]] for name in texts},
    "pearson": pairs(numbers.drop(columns="large"), by("pearson")),
    "spearman": pairs(numbers, by("spearman")),
    "cramers_v": pairs(texts, cramers_v),
}
# Squares of the large column overflow in pandas; its correlation is that of the column it is a multiple of.
answers["pearson"] += [
    [a, "large", *by("pearson")(numbers[a], numbers["x"])] for a in numbers.columns if a != "large"
]
target = pathlib.Path(__file__).with_suffix(".json")
target.write_text(json.dumps(answers) + "\n")
