# Writes performance.json: small tables of labels, predictions and scores, and what scikit-learn, scipy and numpy compute of them.
# Needs numpy (made with 2.4.6), scipy (1.17.1), scikit-learn (1.9.1) and statsmodels (0.15.0): python performance.py
import json
import pathlib

import numpy as np
from scipy.stats import binomtest, norm
from sklearn import metrics
from sklearn.calibration import calibration_curve
from statsmodels.stats.inter_rater import cohens_kappa

random = np.random.default_rng(20)


def wilson(hits, rows):
    interval = binomtest(int(hits), int(rows)).proportion_ci(method="wilson")
    return [interval.low, interval.high]


def mean_interval(values):
    half = norm.ppf(0.975) * np.std(values, ddof=1) / np.sqrt(len(values))
    return [np.mean(values) - half, np.mean(values) + half]


def cut(bounds, greatest=np.inf):
    return np.clip(bounds, 0, greatest).tolist()


def delong(y, s):
    """By all pairs, without any ranking."""
    positive, negative = s[y == 1], s[y == 0]
    psi = (positive[:, None] > negative[None, :]) + 0.5 * (positive[:, None] == negative[None, :])
    variance = psi.mean(1).var(ddof=1) / len(positive) + psi.mean(0).var(ddof=1) / len(negative)
    half = norm.ppf(0.975) * np.sqrt(variance)
    return [psi.mean() - half, min(1, psi.mean() + half)]


def slopes(measure, shares):
    """The derivatives by complex steps, which cancel nothing."""
    found = np.empty(shares.shape)
    for cell in np.ndindex(shares.shape):
        step = shares.astype(complex)
        step[cell] += 1e-30j
        found[cell] = measure(step).imag / 1e-30
    return found


def standard_error(measure, matrix):
    """By the delta method, of a function of the shares of a confusion matrix by label and prediction."""
    shares = matrix / matrix.sum()
    slope = slopes(measure, shares)
    return np.sqrt(((shares * slope**2).sum() - (shares * slope).sum() ** 2) / matrix.sum())


def delta_interval(measure, matrix):
    half = norm.ppf(0.975) * standard_error(measure, matrix)
    value = measure(matrix / matrix.sum())
    return [value - half, value + half]


def mcc(m):
    labels, predictions, agreeing, everything = m.sum(1), m.sum(0), np.trace(m), m.sum()
    together = agreeing * everything - (labels * predictions).sum()
    return together / np.sqrt((everything**2 - (labels**2).sum()) * (everything**2 - (predictions**2).sum()))


def mcc_interval(matrix):
    value = mcc(matrix / matrix.sum())
    half = norm.ppf(0.975) * standard_error(mcc, matrix) / (1 - value**2)
    return [np.tanh(np.arctanh(value) - half), np.tanh(np.arctanh(value) + half)]


def kappa_interval(matrix):
    found = cohens_kappa(matrix)
    return [found.kappa_low, found.kappa_upp]


def fbeta(m, beta):
    return (1 + beta**2) * m[1, 1] / ((1 + beta**2) * m[1, 1] + beta**2 * m[1, 0] + m[0, 1])


def recalls(m):
    return np.diag(m) / m.sum(1)


def logit_interval(value, positives):
    center = np.log(value / (1 - value))
    half = norm.ppf(0.975) / np.sqrt(positives * value * (1 - value))
    return [1 / (1 + np.exp(half - center)), 1 / (1 + np.exp(-half - center))]


def skew(share):
    return (1 - 2 * share) / np.sqrt(share * (1 - share))


def ece(y, s, w, bins=10):
    """The weights make numpy's own sums necessary; without them this equals calibration_curve, which is asserted."""
    edges = np.linspace(0, 1, bins + 1)
    which = np.searchsorted(edges[1:-1], s)
    error = 0.0
    for b in range(bins):
        inside = which == b
        if inside.any():
            error += w[inside].sum() * abs(np.average(y[inside], weights=w[inside]) - np.average(s[inside], weights=w[inside]))
    return error / w.sum()


def gain(y, s, w, share):
    """Rows of equal score are taken in proportion."""
    left = share * w.sum()
    found = 0.0
    for score in np.unique(s)[::-1]:
        here = s == score
        part = min(1.0, left / w[here].sum())
        found += part * w[here & (y == 1)].sum()
        left -= part * w[here].sum()
        if left <= 0:
            break
    return found / w[y == 1].sum()


def binary(y, p, s, w):
    tn, fp, fn, tp = metrics.confusion_matrix(y, p, sample_weight=w).ravel()
    auc = metrics.roc_auc_score(y, s, sample_weight=w)
    fpr, tpr, _ = metrics.roc_curve(y, s, sample_weight=w, drop_intermediate=False)
    share = np.average(y, weights=w)
    centered = y - share
    skewness = np.average(centered**3, weights=w) / np.average(centered**2, weights=w) ** 1.5
    return {
        "accuracy@1": metrics.accuracy_score(y, p, sample_weight=w),
        "balanced_accuracy@1": metrics.balanced_accuracy_score(y, p, sample_weight=w),
        "precision@1": metrics.precision_score(y, p, sample_weight=w),
        "recall@1": metrics.recall_score(y, p, sample_weight=w),
        "specificity@1": metrics.recall_score(y, p, pos_label=0, sample_weight=w),
        "false_positive_rate@1": fp / (fp + tn),
        "false_negative_rate@1": fn / (fn + tp),
        "false_positive_rate@openscale": fn / (fn + tp),
        "f1@1": metrics.f1_score(y, p, sample_weight=w),
        "fbeta@1": metrics.fbeta_score(y, p, beta=2, sample_weight=w),
        "mcc@1": metrics.matthews_corrcoef(y, p, sample_weight=w),
        "cohens_kappa@1": metrics.cohen_kappa_score(y, p, sample_weight=w),
        "roc_auc@1": auc,
        "gini@1": 2 * auc - 1,
        "pr_auc@1": metrics.average_precision_score(y, s, sample_weight=w),
        "ks_score@1": np.max(np.abs(tpr - fpr)),
        "gain@1": gain(y, s, w, 0.1),
        "lift@1": gain(y, s, w, 0.1) / 0.1,
        "log_loss@1": metrics.log_loss(y, s, sample_weight=w),
        "brier@1": metrics.brier_score_loss(y, s, sample_weight=w),
        "ece@1": ece(y, s, w),
        "label_skew@openscale": skewness,
    }


def binary_intervals(y, p, s):
    matrix = metrics.confusion_matrix(y, p)
    tn, fp, fn, tp = matrix.ravel()
    losses = -np.log(np.clip(np.where(y == 1, s, 1 - s), np.finfo(float).eps, 1 - np.finfo(float).eps))
    auc = delong(y, s)
    return {
        "accuracy@1": wilson(tp + tn, len(y)),
        "precision@1": wilson(tp, tp + fp),
        "recall@1": wilson(tp, tp + fn),
        "specificity@1": wilson(tn, tn + fp),
        "false_positive_rate@1": wilson(fp, fp + tn),
        "false_negative_rate@1": wilson(fn, fn + tp),
        "false_positive_rate@openscale": wilson(fn, fn + tp),
        "balanced_accuracy@1": delta_interval(lambda m: recalls(m).mean(), matrix),
        "f1@1": [2 * bound / (1 + bound) for bound in wilson(tp, tp + fp + fn)],
        "fbeta@1": delta_interval(lambda m: fbeta(m, 2), matrix),
        "mcc@1": mcc_interval(matrix),
        "cohens_kappa@1": kappa_interval(matrix),
        "roc_auc@1": auc,
        "gini@1": [2 * bound - 1 for bound in auc],
        "pr_auc@1": logit_interval(metrics.average_precision_score(y, s), y.sum()),
        "log_loss@1": mean_interval(losses),
        "brier@1": mean_interval((s - y) ** 2),
        "label_skew@openscale": sorted(skew(bound) for bound in wilson(y.sum(), len(y))),
    }


def binary_case(n, decimals):
    y = (random.uniform(size=n) < 0.3).astype(int)
    s = np.round(1 / (1 + np.exp(-(random.normal(size=n) + 1.5 * y - 1))), decimals)
    s[:3] = [0.0, 1.0, 0.3]
    p = (s >= 0.5).astype(int)
    p[5:15] = 1 - p[5:15]
    w = np.round(random.gamma(2.0, size=n), 3)
    observed, predicted = calibration_curve(y, s, n_bins=10)
    which = np.searchsorted(np.linspace(0, 1, 11)[1:-1], s)
    shares = np.array([np.mean(which == b) for b in np.unique(which)])
    assert abs(np.sum(shares * np.abs(observed - predicted)) - ece(y, s, np.ones(n))) < 1e-12
    return {
        "labels": y.tolist(),
        "predictions": p.tolist(),
        "scores": s.tolist(),
        "weights": w.tolist(),
        "unweighted": binary(y, p, s, np.ones(n)),
        "weighted": binary(y, p, s, w),
        "intervals": binary_intervals(y, p, s),
    }


def multiclass(y, p, q, w):
    labels = np.unique(np.concatenate([y, p]))
    matrix = metrics.confusion_matrix(y, p, labels=labels, sample_weight=w)
    rates = [
        (matrix[:, i].sum() - matrix[i, i]) / (matrix.sum() - matrix[i].sum()) for i in range(len(labels))
    ]
    found = {
        "accuracy@1": metrics.accuracy_score(y, p, sample_weight=w),
        "balanced_accuracy@1": metrics.balanced_accuracy_score(y, p, sample_weight=w),
        "false_positive_rate_weighted@1": np.average(rates, weights=matrix.sum(1)),
        "mcc@1": metrics.matthews_corrcoef(y, p, sample_weight=w),
        "cohens_kappa@1": metrics.cohen_kappa_score(y, p, sample_weight=w),
        "log_loss@1": metrics.log_loss(y, q, labels=["a", "b", "c", "d"], sample_weight=w),
    }
    for average in ["macro", "weighted"]:
        found[f"roc_auc_ovr_{average}@1"] = metrics.roc_auc_score(
            y, q, multi_class="ovr", average=average, labels=["a", "b", "c", "d"], sample_weight=w
        )
    for average in ["macro", "micro", "weighted"]:
        for name, score in [
            ("precision", metrics.precision_score),
            ("recall", metrics.recall_score),
            ("f1", metrics.f1_score),
        ]:
            found[f"{name}_{average}@1"] = score(y, p, average=average, zero_division=0, sample_weight=w)
    return found


def ratio(part, whole):
    """0 for a class that is not there."""
    return part / np.where(whole == 0, 1, whole)


RATES = {
    "precision": lambda m: ratio(np.diag(m), m.sum(0)),
    "recall": lambda m: ratio(np.diag(m), m.sum(1)),
    "f1": lambda m: ratio(2 * np.diag(m), m.sum(0) + m.sum(1)),
}


def weighted(rates):
    return lambda m: (m.sum(1) * rates(m)).sum() / m.sum()


def multiclass_intervals(y, p, q):
    labels = np.unique(np.concatenate([y, p]))
    matrix = metrics.confusion_matrix(y, p, labels=labels)
    labelled = matrix.sum(1) > 0
    found = {
        "accuracy@1": wilson(np.trace(matrix), len(y)),
        "balanced_accuracy@1": delta_interval(lambda m: RATES["recall"](m)[labelled].mean(), matrix),
        "false_positive_rate_weighted@1": delta_interval(
            weighted(lambda m: ratio(m.sum(0) - np.diag(m), m.sum() - m.sum(1))), matrix
        ),
        "mcc@1": mcc_interval(matrix),
        "cohens_kappa@1": kappa_interval(matrix),
        "log_loss@1": mean_interval(-np.log(q[np.arange(len(y)), np.searchsorted(["a", "b", "c", "d"], y)])),
    }
    for name, rates in RATES.items():
        found[f"{name}_macro@1"] = delta_interval(lambda m: rates(m).mean(), matrix)
        found[f"{name}_weighted@1"] = delta_interval(weighted(rates), matrix)
        found[f"{name}_micro@1"] = found["accuracy@1"]
    return found


def multiclass_case(n):
    names = np.array(["a", "b", "c", "d"])
    y = random.choice(names, size=n, p=[0.5, 0.3, 0.15, 0.05])
    scores = random.normal(size=(n, 4)) + 1.3 * (y[:, None] == names[None, :])
    q = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)
    p = names[q.argmax(1)]
    p[p == "d"] = "c"
    p[7] = "e"
    w = np.round(random.gamma(2.0, size=n), 3)
    return {
        "labels": y.tolist(),
        "predictions": p.tolist(),
        "scores": q[np.arange(n), np.searchsorted(names, y)].tolist(),
        "weights": w.tolist(),
        "probabilities": {name: q[:, i].tolist() for i, name in enumerate(names)},
        "unweighted": multiclass(y, p, q, np.ones(n)),
        "weighted": multiclass(y, p, q, w),
        "intervals": multiclass_intervals(y, p, q),
    }


EPS = np.finfo(float).eps


def symmetric(t, p):
    return 2 * np.abs(p - t) / np.where((t == 0) & (p == 0), 1, np.abs(t) + np.abs(p))


def of_evidently(t, p):
    """Without weights Evidently 0.7.21's own MAPE() of these tables, run once, gave 100 times the mean of these."""
    errors = np.abs(p - t) / np.maximum(t, EPS)
    errors[np.abs(t) <= EPS] = 1.0
    return errors


def regression(t, p, w, nonzero):
    return {
        "mean_error@1": np.average(p - t, weights=w),
        "mae@1": metrics.mean_absolute_error(t, p, sample_weight=w),
        "mse@1": metrics.mean_squared_error(t, p, sample_weight=w),
        "rmse@1": metrics.root_mean_squared_error(t, p, sample_weight=w),
        "mape@1": metrics.mean_absolute_percentage_error(t[nonzero], p[nonzero], sample_weight=w[nonzero]),
        "mape@scikit-learn": metrics.mean_absolute_percentage_error(t, p, sample_weight=w),
        "mape@evidently-0.7": 100 * np.average(of_evidently(t, p), weights=w),
        "smape@1": np.average(symmetric(t, p), weights=w),
        "r2@1": metrics.r2_score(t, p, sample_weight=w),
        "explained_variance@1": metrics.explained_variance_score(t, p, sample_weight=w),
    }


def regression_case(n, positive):
    t = random.normal(loc=3, scale=4, size=n)
    t = np.abs(t) if positive else t
    t[4] = 0.0 if not positive else 1.0
    p = t + 0.5 * random.normal(size=n) + 0.1
    p = np.abs(p) if positive else p
    w = np.round(random.gamma(2.0, size=n), 3)
    found = {
        "targets": t.tolist(),
        "predictions": p.tolist(),
        "weights": w.tolist(),
        "unweighted": regression(t, p, np.ones(n), t != 0),
        "weighted": regression(t, p, w, t != 0),
        "intervals": {
            "mean_error@1": mean_interval(p - t),
            "mae@1": mean_interval(np.abs(p - t)),
            "mse@1": mean_interval((p - t) ** 2),
            "rmse@1": [bound**0.5 for bound in mean_interval((p - t) ** 2)],
            "mape@1": cut(mean_interval(np.abs(p - t)[t != 0] / np.abs(t)[t != 0])),
            "mape@scikit-learn": cut(mean_interval(np.abs(p - t) / np.maximum(np.abs(t), EPS))),
            "mape@evidently-0.7": [100 * bound for bound in cut(mean_interval(of_evidently(t, p)))],
            "smape@1": mean_interval(symmetric(t, p)),
        },
    }
    if positive:
        found["unweighted"]["rmsle@1"] = metrics.root_mean_squared_log_error(t, p)
        logarithmic = mean_interval((np.log1p(p) - np.log1p(t)) ** 2)
        found["intervals"]["rmsle@1"] = [bound**0.5 for bound in logarithmic]
        found["weighted"]["rmsle@1"] = metrics.root_mean_squared_log_error(t, p, sample_weight=w)
    return found


def ranking_case(queries, k):
    items, values = [], {name: [] for name in ["ndcg@1", "map@1", "mrr@1", "hit_rate@1"]}
    for query in range(queries):
        size = int(random.integers(2, 25))
        relevance = random.choice([0, 0, 0, 1, 2, 3], size=size).astype(float)
        scores = np.round(random.normal(size=size) + 0.5 * relevance, 1 if query % 3 else 6)
        items.append([relevance.tolist(), scores.tolist()])
        if relevance.max() == 0:
            continue
        values["ndcg@1"].append(metrics.ndcg_score([relevance], [scores], k=k))
        ranked = relevance[np.argsort(-scores, kind="stable")] > 0
        best = ranked[:k]
        places = np.flatnonzero(best) + 1
        precisions = np.cumsum(best)[best] / places
        values["map@1"].append(precisions.sum() / min(k, ranked.sum()))
        values["mrr@1"].append(1 / places[0] if len(places) else 0.0)
        values["hit_rate@1"].append(float(len(places) > 0))
    return {
        "queries": items,
        "used": len(values["ndcg@1"]),
        "values": {name: np.mean(each) for name, each in values.items()},
        "intervals": {name: cut(mean_interval(values[name]), 1) for name in ["ndcg@1", "map@1", "mrr@1"]}
        | {"hit_rate@1": wilson(sum(values["hit_rate@1"]), len(values["hit_rate@1"]))},
    }


answers = {
    "binary": [binary_case(400, 2), binary_case(300, 12)],
    "multiclass": [multiclass_case(300)],
    "regression": [regression_case(200, False), regression_case(150, True)],
    "ranking": {"10": ranking_case(40, 10), "3": ranking_case(40, 3)},
}
pathlib.Path(__file__).with_name("performance.json").write_text(json.dumps(answers, default=float) + "\n")
