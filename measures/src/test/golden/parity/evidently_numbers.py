"""Prints what Evidently 0.7.21 computes for each data set of the recipe. Needs evidently==0.7.21 pandas==2.3.3 numpy==2.4.6 scipy==1.16.3."""
import json
import math
import sys
import warnings

import pandas as pd
from evidently.legacy.calculations.stattests.registry import _registered_stat_tests
from evidently.legacy.core import ColumnType

from recipe import DATA_SETS

warnings.simplefilter("ignore")
KINDS = {"num": ColumnType.Numerical, "cat": ColumnType.Categorical}
NAMES = ["psi", "kl_div", "jensenshannon", "hellinger", "ks", "wasserstein", "ed", "es", "cramer_von_mises", "mannw", "t_test", "anderson",
         "chisquare", "g_test", "z", "fisher_exact"]
out = {}
for name, (kind, reference, current) in DATA_SETS.items():
    for test in NAMES:
        by_type = _registered_stat_tests[test]
        if KINDS[kind] not in by_type:
            continue
        try:
            score, _ = by_type[KINDS[kind]].func(pd.Series(reference), pd.Series(current), KINDS[kind], 0.05)
            score = float(score)
            out[f"{name}.{test}"] = score if math.isfinite(score) else None
        except Exception as error:
            out[f"{name}.{test}"] = "error: " + type(error).__name__
json.dump(out, sys.stdout, indent=1)
