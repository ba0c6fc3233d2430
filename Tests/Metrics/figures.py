"""Every figure of `incident metrics`, by the definitions of the design and of --explain, from timelines."""

import math
import statistics
from collections import Counter, defaultdict
from datetime import datetime, timezone
from fractions import Fraction

from setting import span

BEGAN = ("started", "detected", "declared")
MEASURES = {
    "timeToDetect": (BEGAN, ("detected", "declared")),
    "timeToAcknowledge": (("detected", "declared"), ("acknowledged",)),
    "timeToMitigate": (BEGAN, ("mitigated", "resolved")),
    "timeToResolve": (BEGAN, ("resolved",)),
}
SEVERITIES = ("SEV1", "SEV2", "SEV3", "SEV4")


def rounded(number):
    """To a whole number, half away from zero."""
    number = Fraction(number)
    return int(math.copysign(math.floor(abs(number) + Fraction(1, 2)), number))


def label(text):
    """A cause or a service as it is compared; None where it says nothing."""
    if text is None or not text.strip() or text == "[redacted]":
        return None
    return "-".join(text.lower().replace("-", " ").replace("_", " ").split())


def known(incident, names):
    return next(((name, incident.milestones[name]) for name in names if incident.milestones[name] is not None), (None, None))


def seconds(incident, measure):
    """One measure of one incident; None where it is missing, rests on one milestone, or cannot be."""
    (start, since), (end, until) = (known(incident, names) for names in MEASURES[measure])
    return None if start is None or end is None or start == end or until < since else until - since


def lengths(incidents, measure):
    return [length for length in (seconds(incident, measure) for incident in incidents) if length is not None]


def summary(values):
    values = sorted(values)
    return {
        "n": len(values), "meanSeconds": rounded(Fraction(sum(values), len(values))),
        "medianSeconds": rounded(statistics.median(map(Fraction, values))),
        "p90Seconds": values[math.ceil(Fraction(9, 10) * len(values)) - 1],
        "minSeconds": values[0], "maxSeconds": values[-1]}


def share(met):
    met = list(met)
    if not met:
        return None
    return {"n": sum(met), "of": len(met), "percent": rounded(Fraction(1000 * sum(met), len(met))) / 10}


def counts(incident):
    return incident.kind != "drill" and incident.status != "cancelled"


def figures(incidents, setting):
    """Of all incidents in scope, drills and cancelled ones among them; None where nothing is to be said."""
    real = [incident for incident in incidents if incident.kind != "drill"]
    cancelled = [incident for incident in real if incident.status == "cancelled"]
    counted = [incident for incident in real if counts(incident)]
    if not real:
        return None
    answer = {measure: summary(values) for measure in MEASURES if (values := lengths(counted, measure))}
    answer["severities"] = dict(Counter(incident.severity for incident in counted))
    answer["services"] = dict(Counter(service for incident in counted for service in set(incident.services)))
    answer["severitySeconds"] = severity_seconds(counted, setting)
    answer["reopened"] = {
        "incidents": sum(incident.reopenings > 0 for incident in counted),
        "times": sum(incident.reopenings for incident in counted)}
    answer["acknowledgedInTarget"] = share(
        met for incident in counted if (met := acknowledged(incident, setting)) is not None)
    answer["updatesOnTime"] = share(on_time for incident in counted for on_time in updates(incident, setting))
    answer["repeats"] = repeats(counted)
    answer["falseAlarms"] = sum(incident.duplicate_of is None for incident in cancelled)
    answer["duplicates"] = sum(incident.duplicate_of is not None for incident in cancelled)
    answer["postmortems"] = postmortems(counted, setting)
    answer["actions"] = actions(counted, setting)
    answer["people"] = people(counted, setting)
    return {key: value for key, value in answer.items() if value is not None}


def severity_seconds(incidents, setting):
    seconds = Counter()
    for incident in incidents:
        for severity, start, end in incident.responded:
            seconds[severity] += (setting.now if end is None else end) - start
    return {severity: seconds[severity] for severity in SEVERITIES if severity in seconds}


def acknowledged(incident, setting):
    """Whether it was in target; None where that cannot be said, or not yet."""
    name, since = known(incident, ("detected", "declared"))
    due, at = setting.response_due(incident.declared_as, since), incident.milestones["acknowledged"]
    if at is not None:
        return at <= due if at >= since else None
    return None if incident.is_active and setting.now <= due else False


def updates(incident, setting):
    given = [at <= due for due, at in incident.updates]
    overdue = incident.is_active and incident.owed is not None and incident.owed < setting.now
    return given + [False] * overdue


def repeats(incidents):
    groups = defaultdict(list)
    for incident in incidents:
        if label(incident.cause):
            for service in dict.fromkeys(incident.services):
                groups[label(incident.cause), label(service)].append(incident)
    return [
        {"cause": group[0].cause, "service": service, "incidents": [incident.id for incident in group]}
        for (cause, service), group in sorted(groups.items(), key=lambda item: (-len(item[1]), *item[0]))
        if len(group) > 1]


def postmortems(incidents, setting):
    owed = published = in_time = 0
    for incident in incidents:
        allowed, resolved = span(setting.policy[incident.severity]["postmortem"]), incident.milestones["resolved"]
        if allowed is None or resolved is None:
            continue
        if incident.published is not None or setting.now > resolved + allowed:
            owed += 1
            published += incident.published is not None
            in_time += incident.published is not None and incident.published <= resolved + allowed
    return {"owed": owed, "published": published, "inTime": in_time, "late": owed - in_time} if owed else None


def day(moment):
    return datetime.fromtimestamp(moment, timezone.utc).date().isoformat()


def actions(incidents, setting):
    every = [action for incident in incidents for action in incident.actions.values()]
    done = [action for action in every if action["done"] is not None]
    return {
        "total": len(every), "done": len(done),
        "inTime": sum("due" in action and day(action["done"]) <= action["due"] for action in done),
        "verified": sum(action["status"] == "verified" for action in every),
        "dropped": sum(action["status"] == "dropped" for action in every),
        "overdue": sum(
            action["status"] in ("open", "started") and "due" in action and action["due"] < day(setting.now)
            for action in every)} if every else None


def union(stretches):
    """The same moments, each once."""
    merged = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged


def people(incidents, setting):
    took_part, held, stretches = defaultdict(set), defaultdict(set), defaultdict(list)
    for incident in incidents:
        for name, role, since, until in incident.duties:
            took_part[name].add(incident.id)
            if role is not None:
                held[name, role].add(incident.id)
            for _, start, end in incident.responded:
                end = setting.now if end is None else end
                first, last = max(since, start), min(end if until is None else until, end)
                if first < last:
                    stretches[name].append((first, last))
    answer = []
    for name in took_part:
        on_duty = union(stretches[name])
        total = sum(end - start for start, end in on_duty)
        answer.append({
            "name": name, "incidents": len(took_part[name]),
            "roles": {role: len(ids) for (holder, role), ids in held.items() if holder == name},
            "onDutySeconds": total,
            "outOfHoursSeconds": total - sum(setting.seconds_within(start, end) for start, end in on_duty)})
    return sorted(answer, key=lambda person: (-person["outOfHoursSeconds"], -person["onDutySeconds"], person["name"]))


def groups(incidents, by, setting, since=None, until=None):
    """[{"key", "from", "until", "incidents", "figures"}], drills and cancelled ones in their groups as well."""
    if by in ("week", "month", "quarter"):
        return periods(incidents, by, setting, since, until)
    keys = {
        "severity": lambda incident: [incident.severity],
        "service": lambda incident: list(dict.fromkeys(incident.services)) or [None],
        "cause": lambda incident: [incident.cause if label(incident.cause) else None],
        "commander": lambda incident: [incident.commander],
    }[by]
    found = defaultdict(list)
    for incident in incidents:
        for key in keys(incident):
            found[key].append(incident)
    return [group({"key": key}, members, setting) for key, members in found.items()]


def periods(incidents, unit, setting, since, until):
    if not incidents:
        return []
    declared = [incident.milestones["declared"] for incident in incidents]
    first = min(declared) if since is None else since
    last = max(min(setting.now if until is None else until, setting.now) - 1, max(declared))
    answer, moment = [], first
    while moment <= last:
        period = setting.period(unit, moment)
        members = [incident for incident in incidents if period["from"] <= incident.milestones["declared"] < period["until"]]
        answer.append(group(period, members, setting))
        moment = period["until"]
    return answer


def group(what, members, setting):
    return {**what, "incidents": sum(map(counts, members)), "figures": figures(members, setting)}
