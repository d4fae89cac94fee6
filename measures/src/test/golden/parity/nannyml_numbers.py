"""Prints what NannyML 0.13.1 computes for each data set of the recipe. Needs nannyml==0.13.1."""
import json
import sys
import warnings

import pandas as pd
from nannyml.chunk import DefaultChunker
from nannyml.drift.univariate import methods
from nannyml.thresholds import ConstantThreshold

from recipe import DATA_SETS

warnings.simplefilter("ignore")
NUMERIC = {"js": methods.ContinuousJensenShannonDistance, "hellinger": methods.ContinuousHellingerDistance,
           "ks": methods.KolmogorovSmirnovStatistic, "wasserstein": methods.WassersteinDistance}
CATEGORICAL = {"js": methods.CategoricalJensenShannonDistance, "hellinger": methods.CategoricalHellingerDistance,
               "chi2": methods.Chi2Statistic, "l_infinity": methods.LInfinityDistance}
out = {}
for name, (kind, reference, current) in DATA_SETS.items():
    for test, method in (NUMERIC if kind == "num" else CATEGORICAL).items():
        dtype = "float64" if kind == "num" else "category"
        try:
            m = method(chunker=DefaultChunker(), threshold=ConstantThreshold(lower=None, upper=1.0))
            m.fit(pd.Series(reference, name="x").astype(dtype))
            out[f"{name}.{test}"] = float(m.calculate(pd.Series(current, name="x").astype(dtype)))
        except Exception as error:
            out[f"{name}.{test}"] = "error: " + type(error).__name__ + " " + str(error)[:200]
json.dump(out, sys.stdout, indent=1)
