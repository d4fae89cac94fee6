# Writes fairness.json: outcomes of people of groups, and what AI Fairness 360 and Fairlearn compute of them.
# Needs numpy (made with 2.4.6), pandas, scipy (1.17.1), aif360 (0.6.1) and fairlearn (0.15.0): python fairness.py
import json
import pathlib

import numpy as np
import pandas as pd
from aif360.datasets import BinaryLabelDataset
from aif360.metrics import ClassificationMetric
from fairlearn.metrics import selection_rate
from scipy.stats import binomtest, norm

random = np.random.default_rng(21)
n = 600
sex = random.choice(["male", "female", "other", "unsaid"], size=n, p=[0.5, 0.3, 0.15, 0.05])
age = random.integers(16, 80, size=n)
label = (random.uniform(size=n) < 0.6 - 0.1 * (sex == "female")).astype(int)
prediction = np.where(random.uniform(size=n) < 0.8 - 0.1 * (sex == "other"), label, 1 - label)
prediction = np.where((age < 26) & (random.uniform(size=n) < 0.3), 0, prediction)
weights = np.round(random.gamma(2.0, size=n), 3)


def dataset(labels, unprivileged, w):
    frame = pd.DataFrame({"label": labels, "group": np.where(unprivileged, 0.0, 1.0), "weight": w})
    return BinaryLabelDataset(
        df=frame, label_names=["label"], protected_attribute_names=["group"], instance_weights_name="weight"
    )


def compare(monitored, reference, w):
    inside = monitored | reference
    arguments = monitored[inside], w[inside]
    metric = ClassificationMetric(
        dataset(label[inside], *arguments),
        dataset(prediction[inside], *arguments),
        unprivileged_groups=[{"group": 0.0}],
        privileged_groups=[{"group": 1.0}],
    )
    m = selection_rate(label[monitored], prediction[monitored], sample_weight=w[monitored])
    r = selection_rate(label[reference], prediction[reference], sample_weight=w[reference])
    assert abs(metric.disparate_impact() - m / r) < 1e-12
    return {
        "disparate_impact@1": metric.disparate_impact(),
        "fairness_value@openscale": 100 * metric.disparate_impact(),
        "statistical_parity_difference@1": metric.statistical_parity_difference(),
        "equal_opportunity_difference@1": metric.equal_opportunity_difference(),
        "average_odds_difference@1": metric.average_odds_difference(),
        "average_abs_odds_difference@1": metric.average_abs_odds_difference(),
        "false_positive_rate_difference@1": metric.false_positive_rate_difference(),
        "false_negative_rate_difference@1": metric.false_negative_rate_difference(),
        "false_discovery_rate_difference@1": metric.false_discovery_rate_difference(),
        "false_omission_rate_difference@1": metric.false_omission_rate_difference(),
        "error_rate_difference@1": metric.error_rate_difference(),
    }


def average_odds_interval(monitored, reference):
    """Of (f - g + t - u) / 2, four proportions of other rows each."""
    terms = []
    for side, sign in [(monitored, 1), (reference, -1)]:
        for truth in [0, 1]:
            rows = side & (label == truth)
            hits, of = int(prediction[rows].sum()), int(rows.sum())
            bounds = binomtest(hits, of).proportion_ci(method="wilson")
            share, low, high = hits / of, bounds.low, bounds.high
            terms.append((share, low, high) if sign == 1 else (-share, -high, -low))
    share, low, high = np.array(terms).T
    below, above = np.sqrt(((share - low) ** 2).sum()), np.sqrt(((high - share) ** 2).sum())
    return [(share.sum() - below) / 2, (share.sum() + above) / 2]


def intervals(monitored, reference):
    a, k = int(prediction[monitored].sum()), int(monitored.sum())
    b, l = int(prediction[reference].sum()), int(reference.sum())
    one = binomtest(a, k).proportion_ci(method="wilson")
    other = binomtest(b, l).proportion_ci(method="wilson")
    m, r = a / k, b / l
    z = norm.ppf(0.975)
    spread = np.exp(z * np.sqrt(1 / a - 1 / k + 1 / b - 1 / l))
    return {
        "statistical_parity_difference@1": [
            m - r - np.sqrt((m - one.low) ** 2 + (other.high - r) ** 2),
            m - r + np.sqrt((one.high - m) ** 2 + (r - other.low) ** 2),
        ],
        "disparate_impact@1": [m / r / spread, m / r * spread],
        "average_odds_difference@1": average_odds_interval(monitored, reference),
    }


cases = {
    "sex female": (sex == "female", sex == "male"),
    "sex other": (sex == "other", sex == "male"),
    "age 18-25": ((age >= 18) & (age <= 25), ((age >= 26) & (age <= 60)) | ((age >= 65) & (age <= 75))),
}
answers = {
    "sex": sex.tolist(),
    "age": age.tolist(),
    "labels": label.tolist(),
    "predictions": prediction.tolist(),
    "weights": weights.tolist(),
    "cases": {
        name: {
            "unweighted": compare(*sides, np.ones(n)),
            "weighted": compare(*sides, weights),
            "intervals": intervals(*sides),
        }
        for name, sides in cases.items()
    },
    "neither": int((sex == "unsaid").sum()),
}
pathlib.Path(__file__).with_name("fairness.json").write_text(json.dumps(answers, default=float) + "\n")
