"""Whether a median changed: bootstrap and permutations by Python's own random numbers and statistics.

The interval of the tool and the one here come from different draws. An end of it is an order statistic of the resampled
differences: of B resamples rank 0.025 B, give or take a standard deviation of sqrt(B * 0.025 * 0.975) ranks, in both
programs. So what the tool prints has to lie between the values here at ranks five such deviations (of the difference of
two, a factor of sqrt 2) below and above: by chance it fails once in two million. P-values by random permutations
likewise; exact ones agree exactly.
"""

import itertools
import math
import random
import statistics
from fractions import Fraction

DEVIATIONS = 5
RESAMPLES = 10_000


def doubled_median(values):
    values = sorted(values)
    return values[(len(values) - 1) // 2] + values[len(values) // 2]


def change(before, after):
    """Of the medians, exact."""
    return statistics.median(map(Fraction, after)) - statistics.median(map(Fraction, before))


def resampled(before, after, seed):
    """The differences of the medians of resamples, doubled, in order."""
    draw = random.Random(seed)
    return sorted(
        doubled_median(draw.choices(after, k=len(after))) - doubled_median(draw.choices(before, k=len(before)))
        for _ in range(RESAMPLES))


def bounds(changes, share):
    """Between what the end of an interval has to lie, doubled."""
    deviation = math.sqrt(2 * RESAMPLES * share * (1 - share))
    low = math.floor(share * RESAMPLES - DEVIATIONS * deviation) - 1
    high = math.ceil(share * RESAMPLES + DEVIATIONS * deviation)
    return changes[max(low, 0)], changes[min(high, RESAMPLES - 1)]


def ways(before, after):
    return math.comb(len(before) + len(after), len(before))


def exact_p(before, after):
    """The share of all ways to deal the values out that set the medians at least as far apart."""
    pool, observed = before + after, abs(doubled_median(after) - doubled_median(before))
    extreme = 0
    for chosen in itertools.combinations(range(len(pool)), len(before)):
        chosen = set(chosen)
        one = [value for place, value in enumerate(pool) if place in chosen]
        other = [value for place, value in enumerate(pool) if place not in chosen]
        extreme += abs(doubled_median(other) - doubled_median(one)) >= observed
    return Fraction(extreme, ways(before, after))


def random_p(before, after, seed, permutations):
    draw, pool = random.Random(seed), before + after
    observed = abs(doubled_median(after) - doubled_median(before))
    extreme = 0
    for _ in range(permutations):
        draw.shuffle(pool)
        extreme += abs(doubled_median(pool[len(before):]) - doubled_median(pool[:len(before)])) >= observed
    return Fraction(extreme + 1, permutations + 1)


def p_tolerance(p, permutations):
    return DEVIATIONS * math.sqrt(2 * p * (1 - p) / permutations) + 2 / permutations
