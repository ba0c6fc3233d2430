"""What a team without the tool would write: the four times of every incident, from the records of a store.

    python3 heads.py STORE
"""

import json
import os
import statistics
import sys
from datetime import datetime

MEASURES = {
    "timeToDetect": (("started", "detected", "declared"), ("detected", "declared")),
    "timeToAcknowledge": (("detected", "declared"), ("acknowledged",)),
    "timeToMitigate": (("started", "detected", "declared"), ("mitigated", "resolved")),
    "timeToResolve": (("started", "detected", "declared"), ("resolved",)),
}


def first(milestones, names):
    """The name and the moment of the first that is there."""
    for name in names:
        if name in milestones:
            return name, milestones[name]
    return None, None


def main(store):
    times = {measure: [] for measure in MEASURES}
    for entry in os.scandir(store):
        if not (entry.name.startswith("INC-") and entry.name.endswith(".json")):
            continue
        with open(entry.path, encoding="utf-8") as file:
            record = json.load(file)
        if record["kind"] != "incident" or record["status"] == "cancelled":
            continue
        for measure, (starts, ends) in MEASURES.items():
            start, since = first(record["milestones"], starts)
            end, until = first(record["milestones"], ends)
            if start is None or end is None or start == end:
                continue
            seconds = int((datetime.fromisoformat(until[:-1]) - datetime.fromisoformat(since[:-1])).total_seconds())
            if seconds >= 0:
                times[measure].append(seconds)
    for measure, values in times.items():
        if values:
            values.sort()
            p90 = values[-(-9 * len(values) // 10) - 1]
            print(measure, len(values), round(statistics.fmean(values)), (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2, p90)


main(sys.argv[1])
