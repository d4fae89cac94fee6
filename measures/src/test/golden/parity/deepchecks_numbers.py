"""Prints what Deepchecks 0.19.1 computes for each data set of the recipe, used as a black box. Needs deepchecks==0.19.1 scikit-learn==1.5.2."""
import json
import sys
import warnings

import numpy as np
import pandas as pd
from deepchecks.utils.distribution import drift

from recipe import DATA_SETS

warnings.simplefilter("ignore")
out = {}
for name, (kind, reference, current) in DATA_SETS.items():
    if kind == "num":
        calls = {"emd_margin0.025": lambda r, c: drift.earth_movers_distance(r, c, 0.025), "ks": lambda r, c: drift.kolmogorov_smirnov(r, c)}
        r, c = np.array(reference), np.array(current)
    else:
        r, c = pd.Series(reference), pd.Series(current)
        calls = {method: (lambda r, c, method=method: drift.calc_drift_and_plot(
            r, c, "x", "categorical", categorical_drift_method=method, with_display=False)[0]) for method in ("cramers_v", "PSI")}
    for test, call in calls.items():
        try:
            out[f"{name}.{test}"] = float(call(r, c))
        except Exception as error:
            out[f"{name}.{test}"] = "error: " + type(error).__name__ + " " + str(error)[:200]
json.dump(out, sys.stdout, indent=1)
