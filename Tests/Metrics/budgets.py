"""What `incident budget` shows, moment by moment between all beginnings and ends of impact."""

from datetime import timedelta
from fractions import Fraction

from figures import counts, rounded


def window(objective, setting):
    """From when, until when it lasts, and the full length."""
    if objective.get("window") == "month":
        month = setting.period("month", setting.now)
        return month["from"], month["until"]
    days = int(objective.get("window", "30d").removesuffix("d"))
    return setting.now - days * 86400, setting.now


def budget(service, incidents, setting, outage=0):
    """All of it, as it would be after an outage of so many seconds."""
    objective = setting.objectives[service]
    start, until = window(objective, setting)
    hits = [
        hit for incident in incidents if counts(incident) and service in incident.services
        for hit in impact(incident, start, min(until, setting.now), setting)]
    taken = taken_by(hits)
    exact = sum(weight * (end - begin) for begin, end, weight, _ in taken) / Fraction(100) + outage
    allowed = int((100 - Fraction(str(objective["objective"]))) * (until - start) / 100)
    answer = {
        "service": service, "objective": objective["objective"], "window": objective.get("window", "30d"),
        "from": start, "until": until, "allowedSeconds": allowed, "spentSeconds": rounded(exact),
        "leftSeconds": allowed - rounded(exact), "isSpent": exact > 0 and exact >= allowed,
        "incidents": {}, "taken": taken}
    if allowed:
        answer["spentPercent"] = rounded(1000 * exact / allowed) / 10
    for incident in {hit[3].id: hit[3] for hit in hits}.values():
        own = [hit for hit in hits if hit[3] is incident]
        spent = sum(weight * (end - begin) for begin, end, weight, taker in taken if taker is incident) / Fraction(100)
        answer["incidents"][incident.id] = {
            "title": incident.title, "severity": incident.severity,
            "seconds": sum(end - begin for begin, end, _, _ in taken_by(own)),
            "countedSeconds": sum(end - begin for begin, end, _, taker in taken if taker is incident),
            "spentSeconds": rounded(spent)}
    return answer


def impact(incident, start, end, setting):
    """(from, until, percent, incident) within the window; what would end before it begins counts for nothing."""
    hits = []
    changes = [began for _, began, _ in incident.responded]
    for begin, finish, percent in incident.impacted:
        first, last = max(begin, start), min(end if finish is None else finish, end)
        if first < last:
            cuts = sorted({first, last, *(moment for moment in changes if first < moment < last)})
            for since, until in zip(cuts, cuts[1:]):
                weight = setting.policy[severity_at(incident, since)]["impactWeight"] if percent is None else percent
                hits.append((since, until, weight, incident))
    return hits


def severity_at(incident, moment):
    """The one last known by then of those that were responded to; before all of them the first."""
    known = [severity for severity, began, _ in incident.responded if began <= moment]
    return known[-1] if known else incident.responded[0][0] if incident.responded else incident.severity


def taken_by(hits):
    """The same without overlaps: each moment is of the heaviest, of equal ones of the incident that began first."""
    cuts = sorted({moment for begin, end, _, _ in hits for moment in (begin, end)})
    taken = []
    for begin, end in zip(cuts, cuts[1:]):
        there = [hit for hit in hits if hit[0] <= begin and end <= hit[1]]
        if there:
            _, _, weight, incident = min(there, key=lambda hit: (-hit[2], min(stretch[0] for stretch in hit[3].impacted), hit[3].id))
            taken.append((begin, end, weight, incident))
    return taken


def burnt(taken, begin, end):
    """What was spent between two moments."""
    return rounded(sum(
        weight * (min(last, end) - max(first, begin)) for first, last, weight, _ in taken
        if first < end and last > begin) / Fraction(100))


def days_of_month(start, until, setting):
    """The midnights of a month's days by the clocks of the zone."""
    day, cuts = setting.local(start).date(), []
    while setting.midnight(day) < until:
        cuts.append(setting.midnight(day))
        day += timedelta(days=1)
    return cuts
