"""Writes the expected tail areas of the two-sided one-sample Kolmogorov-Smirnov statistic of large samples.

Run with scipy 1.16.3:  python kstwo.py > ../../resources/io/plumbline/measures/golden/kstwo.csv
"""

from scipy import stats

# of more than a million values scipy itself takes an approximation of the tail
SIZES = (1001, 1500, 5000, 27273, 99999, 100001, 272727, 1000000)
SCALED = (0.3, 0.5, 0.8, 1.0, 1.3, 1.48, 1.4833, 1.5, 2.0, 3.0, 6.0, 12.0, 18.0)

print("values,distance,p")
for n in SIZES:
    for t in SCALED:
        distance = t / n**0.5
        print(f"{n},{distance!r},{float(stats.kstwo.sf(distance, n))!r}")
