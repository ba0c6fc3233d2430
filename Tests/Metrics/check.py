"""Holds what the tool prints against the figures computed here. Prints a table; status 1 with each difference.

    python3 check.py INCIDENT DIR CONFIG NOW

INCIDENT is the binary, DIR/incidents the store, CONFIG its settings, NOW the clock, an RFC 3339 time.
"""

import csv
import glob
import io
import json
import os
import subprocess
import sys

import budgets
import comparison
import figures
from setting import Setting
from timeline import Incident, seconds, text


class Check:
    def __init__(self, incident, directory, config, now):
        self.incident, self.directory, self.config = incident, directory, config
        self.incidents = [Incident(path) for path in sorted(glob.glob(f"{directory}/incidents/INC-*.json"))]
        self.at(now)
        self.rows, self.differences = {}, []

    def at(self, now):
        self.now = now
        self.setting = Setting(self.config, seconds(now))

    def run(self, *words, status=0):
        """The answer of a command."""
        done = subprocess.run(
            [self.incident, "-C", self.directory, *words], capture_output=True, text=True,
            env={**os.environ, "INCIDENT_NOW": self.now})
        if done.returncode != status:
            sys.exit(f"incident {' '.join(words)}: status {done.returncode}, not {status}\n{done.stderr}")
        return done.stdout

    def json(self, *words, status=0):
        return json.loads(self.run(*words, "--json", status=status))

    def same(self, what, theirs, ours):
        """Every number and word of two trees."""
        theirs, ours = flat(theirs), flat(ours)
        count = len(self.differences)
        for place in sorted(theirs.keys() | ours.keys(), key=str):
            if theirs.get(place) != ours.get(place):
                self.differences.append(
                    f"{what}: {'.'.join(map(str, place))}: incident says {theirs.get(place)}, "
                    f"computed here {ours.get(place)}")
        self.add(what, len(ours), len(self.differences) - count)

    def holds(self, what, condition, sentence):
        if not condition:
            self.differences.append(f"{what}: {sentence}")
        self.add(what, 1, int(not condition))

    def add(self, what, compared, different):
        before = self.rows.get(what, (0, 0))
        self.rows[what] = (before[0] + compared, before[1] + different)

    def report(self):
        print(f"{'compared':66} {'figures':>8} {'different':>10}")
        for what, (compared, different) in self.rows.items():
            print(f"{what:66} {compared:8} {different:10}")
        print(f"{'all':66} {sum(row[0] for row in self.rows.values()):8} {len(self.differences):10}")
        for difference in self.differences:
            print(difference, file=sys.stderr)
        return 1 if self.differences else 0


def flat(tree, place=()):
    """The leaves of a tree by their places; what is None is not there."""
    if isinstance(tree, (dict, list)) and tree:
        items = tree.items() if isinstance(tree, dict) else enumerate(tree)
        return {leaf: value for key, branch in items for leaf, value in flat(branch, (*place, key)).items()}
    return {} if tree is None else {place: tree}


def within(incidents, since, until):
    return [
        incident for incident in incidents
        if (since is None or incident.milestones["declared"] >= since)
        and (until is None or incident.milestones["declared"] < until)]


# The heads of the records, which the figures of the tool come from.

def heads(check):
    for incident in check.incidents:
        theirs = {key: incident.head.get(key) for key in (
            "status", "severity", "kind", "cause", "milestones", "duplicateOf", "impacted", "updates", "duty")}
        theirs["reopened"] = incident.head.get("reopened", 0)
        ours = {
            "status": incident.status, "severity": incident.severity, "kind": incident.kind, "cause": incident.cause,
            "milestones": {name: text(at) for name, at in incident.milestones.items() if at is not None},
            "duplicateOf": incident.duplicate_of, "reopened": incident.reopenings,
            "impacted": [
                stretch(start, end, percent=percent) for start, end, percent in incident.impacted] or None,
            "updates": updates(incident), "duty": [
                stretch(start, end, name=name, role=role) for name, role, start, end in incident.duties] or None}
        if "responded" in incident.head:
            theirs["responded"] = incident.head["responded"]
            ours["responded"] = [
                stretch(start, end, severity=severity) for severity, start, end in incident.responded]
        check.same("heads of the records against their timelines", theirs, ours)


def stretch(start, end, **more):
    return {**more, "from": text(start), "to": None if end is None else text(end)}


def updates(incident):
    late = sum(at > due for due, at in incident.updates)
    return {"owed": len(incident.updates), "late": late or None} if incident.updates else None


# incident metrics

def metrics(check, what, incidents, *words, since=None, until=None):
    """Everything that `metrics` says of all of them."""
    answer = check.json("metrics", *words)
    since, until = seconds(answer.get("since")), seconds(answer.get("until"))
    ours = within(incidents, since, until)
    cancelled = [incident for incident in ours if incident.status == "cancelled" and incident.kind != "drill"]
    check.same(what, {key: answer.get(key) for key in ("at", "timeZone", "incidents", "leftOut", "figures")}, {
        "at": check.now, "timeZone": check.setting.zone_name, "incidents": sum(map(figures.counts, ours)),
        "leftOut": {
            "drills": sum(incident.kind == "drill" for incident in ours), "cancelled": len(cancelled), "unreadable": 0},
        "figures": figures.figures(ours, check.setting)})
    return answer, ours, since, until


def grouped(check, incidents, by, *words):
    what = f"metrics {' '.join(words)} --by {by}".replace("  ", " ")
    answer, ours, since, until = metrics(check, what, incidents, *words, "--by", by)
    groups = figures.groups(ours, by, check.setting, since, until)
    for group in groups:
        for key in ("from", "until"):
            group[key] = text(group[key]) if key in group else None
    theirs = answer["groups"]
    if by not in ("week", "month", "quarter"):
        theirs, groups = ({group.get("key") or "(none)": group for group in side} for side in (theirs, groups))
    check.same(what, theirs, groups)


def explained(check):
    """Each incident's own start, end and seconds, and which are left out."""
    counted = [incident for incident in check.incidents if figures.counts(incident)]
    explanations = {each["figure"]: each for each in check.json("metrics", "--explain")["explain"]}
    for measure, (starts, ends) in figures.MEASURES.items():
        ours = {}
        for incident in counted:
            length = figures.seconds(incident, measure)
            (start, since), (end, until) = (figures.known(incident, names) for names in (starts, ends))
            ours[incident.id] = "left out" if length is None else {
                "from": start, "to": end, "start": text(since), "end": text(until), "seconds": length}
        theirs = {each["id"]: {key: each.get(key) for key in ("from", "to", "start", "end", "seconds")}
                  for each in explanations[measure]["incidents"]}
        theirs.update({each["id"]: "left out" for each in explanations[measure]["leftOut"]})
        check.same("metrics --explain, each incident's times", theirs, ours)


def table(check):
    """The CSV has every number of the JSON, and its words: when each month is, which incidents a cause came back in."""
    answer = check.json("metrics", "--by", "month")
    ours = sorted(
        str(value) for part in [answer, *answer["groups"]] for value in numbers(part.get("figures"))
        ) + [str(part["incidents"]) for part in [answer, *answer["groups"]] if "figures" in part]
    rows = list(csv.DictReader(io.StringIO(check.run("metrics", "--by", "month", "--format", "csv"))))
    words = [row for row in rows if row["figure"] in ("period", "leftOut", "impossible") or row["statistic"] == "incident"]
    theirs = [row["value"] for row in rows if row not in words]
    check.same("metrics --by month --format csv, every number", sorted(theirs), sorted(ours))
    left = answer["leftOut"]
    ours = [group[end] for group in answer["groups"] for end in ("from", "until")] + [
        incident for part in [answer, *answer["groups"]] for cause in part.get("figures", {}).get("repeats", [])
        for incident in cause["incidents"]] + [fault["reason"] for fault in answer.get("impossible", [])]
    theirs = [row["value"] for row in words if row["figure"] != "leftOut"]
    check.same("metrics --by month --format csv, every word", sorted(theirs), sorted(ours))
    theirs = {row["statistic"]: int(row["value"]) for row in words if row["figure"] == "leftOut"}
    check.same("metrics --by month --format csv, left out", [
        theirs.get("drills", 0), theirs.get("falseAlarms", 0) + theirs.get("duplicates", 0), theirs.get("unreadable", 0)
        ], [left["drills"], left["cancelled"], left["unreadable"]])


def numbers(tree):
    """Every number of some figures, of a list of incidents how many."""
    if tree is not None:
        for place, value in flat({**tree, "repeats": [len(each["incidents"]) for each in tree["repeats"]]}).items():
            if not isinstance(value, str) and value != [] and value != {}:
                yield value


def compared(check, *words, seed):
    answer = check.json("metrics", *words)
    changed, what = answer["compare"], f"metrics {' '.join(words)}"
    later = within(check.incidents, seconds(answer.get("since")), seconds(answer.get("until")))
    earlier = within(check.incidents, seconds(changed["before"]["since"]), seconds(changed["before"]["until"]))
    check.same(what, changed["before"]["incidents"], sum(map(figures.counts, earlier)))
    for measure in figures.MEASURES:
        before, after = (
            figures.lengths(filter(figures.counts, group), measure) for group in (earlier, later))
        theirs = changed["measures"].get(measure, {})
        medians = [figures.summary(group)["medianSeconds"] for group in (before, after)] if before and after else None
        exact = comparison.change(before, after) if medians else None
        check.same(what, {
            key: theirs.get(key) for key in ("n", "medianSeconds", "changeSeconds", "exactChangeSeconds")}, {
            "n": [len(before), len(after)], "medianSeconds": medians,
            "changeSeconds": figures.rounded(exact) if medians else None,
            "exactChangeSeconds": float(exact) if medians and exact.denominator == 2 else None})
        if min(len(before), len(after)) > 1:
            doubted(check, f"{what}, intervals and p", measure, theirs, before, after, seed)


def doubted(check, what, measure, theirs, before, after, seed):
    """The interval and the p-value, which are random unless every way to deal the values out is tried."""
    changes = comparison.resampled(before, after, seed)
    for end, share in zip(theirs["intervalSeconds"], (0.025, 0.975)):
        low, high = comparison.bounds(changes, share)
        check.holds(what, low - 1 <= 2 * end <= high + 1, f"{measure}: {end} is not between {low / 2} and {high / 2}")
    is_exact = comparison.ways(before, after) <= 20_000
    check.same(what, theirs["method"], "exact" if is_exact else "monteCarlo")
    if is_exact:
        check.same(what, [theirs["pValue"], theirs["permutations"]], [
            round(float(comparison.exact_p(before, after)), 6), comparison.ways(before, after)])
    else:
        p, ours = theirs["pValue"], comparison.random_p(before, after, seed, theirs["permutations"])
        close = abs(p - ours) <= comparison.p_tolerance(float(ours), theirs["permutations"])
        check.holds(what, close, f"{measure}: p is {p}, computed here {float(ours)}")
    low, high = theirs["intervalSeconds"]
    if low * high != 0:
        check.same(what, theirs["isDistinguishable"], low * high > 0 and theirs["pValue"] < 0.05)


# incident budget

def budget(check, now):
    check.at(now)
    answer, what = check.json("budget"), f"budget at {now}"
    check.same(what, [each["service"] for each in answer["services"]], list(check.setting.objectives))
    for theirs in answer["services"]:
        ours = budgets.budget(theirs["service"], check.incidents, check.setting)
        taken = ours.pop("taken")
        ours["from"], ours["until"] = text(ours["from"]), text(ours["until"])
        pieces = [(seconds(piece["from"]), seconds(piece["until"])) for piece in theirs["burn"]]
        if theirs["window"] == "month":
            days = budgets.days_of_month(seconds(theirs["from"]), seconds(theirs["until"]), check.setting)
            check.same(what, [begin for begin, _ in pieces], [day for day in days if day < check.setting.now])
        ours["burn"] = [
            {"from": text(begin), "until": text(end), "spentSeconds": budgets.burnt(taken, begin, end)}
            for begin, end in pieces]
        keys = ("title", "severity", "seconds", "countedSeconds", "spentSeconds")
        theirs["incidents"] = {each["id"]: {key: each[key] for key in keys} for each in theirs["incidents"]}
        check.same(what, {key: theirs.get(key) for key in ours}, ours)


def gates(check):
    """What an outage of ten minutes would leave, and what a deploy pipeline is told."""
    for each in check.json("budget", "--what-if", "10m")["services"]:
        ours = budgets.budget(each["service"], check.incidents, check.setting, outage=600)
        check.same("budget --what-if 10m", each["whatIf"], {"seconds": 600, **{
            key: ours.get(key) for key in ("spentSeconds", "leftSeconds", "spentPercent", "isSpent")}})
        check.run("budget", "--service", each["service"], "--gate", status=int(each["isSpent"]))
        check.holds("budget --gate", True, "")


def broken(check):
    """A record that cannot be read is left out, said so, and no figure changes."""
    figures = check.json("metrics")["figures"]
    with open(f"{check.directory}/incidents/INC-20260101-ZZZZ.json", "w", encoding="utf-8") as file:
        file.write('{"schema": 1,')
    answer = check.json("metrics", status=3)
    check.same("metrics with a broken record", [answer["leftOut"]["unreadable"], answer["figures"]], [1, figures])
    check.same("metrics --strict with a broken record", check.run("metrics", "--strict", status=3), "")


def main(incident, directory, config, now):
    check = Check(incident, directory, config, now)
    heads(check)
    metrics(check, "metrics", check.incidents)
    for by in ("month", "week", "quarter", "severity", "service", "cause", "commander"):
        grouped(check, check.incidents, by)
    grouped(check, check.incidents, "week", "--since", "2026-03-20T10:00:00Z", "--until", "2026-W15")
    grouped(check, check.incidents, "month", "--since", "2026-Q1", "--until", "2026-Q1")
    severe = [incident for incident in check.incidents if incident.severity in ("SEV1", "SEV2")]
    metrics(check, "metrics -s 1 -s 2", severe, "-s", "1", "-s", "2")
    payments = [incident for incident in check.incidents if "payments" in incident.services]
    grouped(check, payments, "severity", "--service", "Payments")
    deploys = [incident for incident in check.incidents if incident.cause == "config-change"]
    metrics(check, "metrics --cause 'config change' --since 2026-03", deploys, "--cause", "config change", "--since", "2026-03")
    explained(check)
    table(check)
    compared(check, "--compare", "2026-Q2", seed=1)
    compared(check, "--since", "2026-05-01T00:00:00Z", "--compare", "before", seed=2)
    compared(check, "--compare", "2026-W40", seed=3)
    compared(check, "--compare", "2026-W20", seed=4)
    compared(check, "--compare", "last-month", seed=5)
    for moment in (now, "2026-03-29T12:00:00Z", "2026-10-31T22:59:59Z", "2026-10-31T23:00:00Z", "2026-01-05T08:00:00Z"):
        budget(check, moment)
    check.at(now)
    gates(check)
    broken(check)
    return check.report()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
