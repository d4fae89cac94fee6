# Writes multiple_tests.json: adjusted p-values by scipy.stats.false_discovery_control.
# Needs scipy (made with 1.16.3) and numpy (2.4.6): python multiple_tests.py
import json
import pathlib

import numpy as np
from scipy.stats import false_discovery_control

random = np.random.default_rng(20)
cases = {
    "one": [0.04],
    "textbook": [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
                 0.6528, 0.7590, 1.0],
    "ties and ends": [0.05, 0.0, 1.0, 0.05, 0.01, 0.01, 0.9],
    "hundred": list(random.uniform(size=70)) + list(random.uniform(size=30) ** 6),
}
answers = {
    name: {
        "p": [float(p) for p in given],
        "benjamini-hochberg": [float(p) for p in false_discovery_control(given, method="bh")],
        "benjamini-yekutieli": [float(p) for p in false_discovery_control(given, method="by")],
    }
    for name, given in cases.items()
}
target = pathlib.Path(__file__).with_suffix(".json")
target.write_text(json.dumps(answers, indent=1) + "\n")
