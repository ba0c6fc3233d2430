"""What happened in one incident, from the events of its record and nothing else.

Written from the definitions, not from the tool's code: the head of the record, which the tool computes, is not read
here. Times are whole seconds since 1970, all intervals are half open, and None is not known.
"""

import calendar
import json
import time

STATUSES_OF_A_RESPONSE = ("declared", "investigating", "mitigating", "monitoring")
HELD_BY_ONE = ("incidentCommander", "technicalLead", "communicationsLead", "scribe", "executiveSponsor")


def seconds(text):
    """2026-11-20T22:47:09Z as seconds since 1970."""
    return None if text is None else calendar.timegm(time.strptime(text, "%Y-%m-%dT%H:%M:%SZ"))


def text(moment):
    """The other way round."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))


class Incident:
    """The state that a timeline comes to."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            record = json.load(file)
        self.head = {key: value for key, value in record.items() if key != "timeline"}
        self.id = record["id"]
        events = [dict(event, at=seconds(event["at"])) for event in record["timeline"]]
        events.sort(key=lambda event: (event["at"], event["id"]))
        kept = {event["id"] for event in events if event["type"] in ("declared", "retracted", "redacted")}
        gone = {event["event"] for event in events if event["type"] == "retracted"} - kept
        self.events = [event for event in events if event["id"] not in gone]
        added = sorted(
            (event for event in events if event["type"] == "actionAdded"), key=lambda event: event["id"])
        self.actions = {
            event["id"]: dict(event, status="open", done=None) for event in added if event["id"] not in gone}
        first = next(event for event in events if event["type"] == "declared")
        self.declare(first)
        for event in self.events:
            if event["type"] != "declared":
                getattr(self, "on_" + event["type"], lambda event: None)(event)
        self.duties = self.duties_held()
        commanders = [duty for duty in self.duties if duty[1] == "incidentCommander" and duty[3] is None]
        self.commander = commanders[0][0] if commanders else None
        if self.status == "cancelled":
            self.impacted, self.responded = [], []

    @property
    def is_active(self):
        return self.status in STATUSES_OF_A_RESPONSE

    # The events, one method for each type that changes the state.

    def declare(self, event):
        self.declaration = event["at"], event["id"]
        self.title, self.kind = event["title"], event.get("kind", "incident")
        self.severity = self.declared_as = event["severity"]
        self.services, self.status = event.get("services", []), "declared"
        self.milestones = {
            "started": seconds(event.get("started")), "detected": seconds(event.get("detected")),
            "declared": event["at"], "acknowledged": None, "mitigated": None, "resolved": None, "closed": None}
        self.cause = self.duplicate_of = self.postmortem = self.published = None
        self.reopenings = 0
        self.owed, self.updates = seconds(event.get("nextUpdateDue")), []
        self.impacted = [[self.began(), None, event.get("impactPercent")]]
        self.responded = [[self.severity, event["at"], None]]

    def began(self):
        """When the impact did, as far as is known."""
        known = (self.milestones[name] for name in ("started", "detected", "declared"))
        return next(moment for moment in known if moment is not None)

    def on_acknowledged(self, event):
        if self.milestones["acknowledged"] is None:
            self.milestones["acknowledged"] = event["at"]
        if self.status == "declared":
            self.status = "investigating"

    def on_updated(self, event):
        self.cause = event.get("cause", self.cause)
        for name in ("started", "detected"):
            if name in event:
                self.milestones[name] = seconds(event[name])
        if "started" in event or "detected" in event:
            self.correct_start(self.began())
        if "nextUpdateDue" in event:
            self.give_update(event)
        if self.is_active:
            if self.status == "monitoring" and event.get("status") in ("investigating", "mitigating"):
                self.begin_impact(event["at"])
            self.status = event.get("status", self.status)
        if "impactPercent" in event:
            self.estimate(event["impactPercent"], event["at"])

    def on_severityChanged(self, event):
        self.give_update(event)
        before, self.severity = self.severity, event["severity"]
        if self.is_active and before != self.severity:
            last = self.responded[-1]
            if last[1] >= event["at"]:
                last[0] = self.severity
            else:
                last[2] = event["at"]
                self.responded.append([self.severity, event["at"], None])

    def on_mitigated(self, event):
        if "nextUpdateDue" in event:
            self.give_update(event)
        if self.is_active:
            if self.milestones["mitigated"] is None:
                self.milestones["mitigated"] = event["at"]
            self.status = "monitoring"
            self.end_impact(event["at"])

    def on_resolved(self, event):
        self.give_update(event)
        self.cause = event.get("cause", self.cause)
        if self.is_active:
            self.status = "resolved"
            self.milestones["resolved"] = event["at"]
            self.end_impact(event["at"])
            self.end_response(event["at"])

    def on_reopened(self, event):
        if not self.is_active:
            self.reopenings += self.status != "cancelled"
            self.status, self.owed = "investigating", seconds(event.get("nextUpdateDue"))
            self.duplicate_of = self.milestones["resolved"] = self.milestones["closed"] = None
            self.begin_impact(event["at"])
            self.responded.append([self.severity, event["at"], None])

    def on_cancelled(self, event):
        self.give_update(event)
        if self.status != "closed":
            if self.is_active:
                self.end_response(event["at"])
            self.status = "cancelled"
            self.duplicate_of = event.get("duplicateOf", self.duplicate_of)

    def on_closed(self, event):
        if self.status == "resolved":
            self.status = "closed"
            self.milestones["closed"] = event["at"]

    def on_postmortem(self, event):
        self.postmortem = event["status"]
        is_published = self.postmortem == "published"
        self.published = (self.published if self.published is not None else event["at"]) if is_published else None

    def on_actionChanged(self, event):
        action = self.actions.get(event["action"])
        if action is not None:
            for name in ("status", "title", "kind", "owner", "due"):
                if name in event:
                    action[name] = event[name]
            is_done = action["status"] in ("done", "verified")
            action["done"] = (action["done"] if action["done"] is not None else event["at"]) if is_done else None

    # Updates: when the next one is owed, and of those that were given when each was due and when it came.

    def give_update(self, event):
        """What those who wait are owed is given, and what comes next is owed: not before the declaration."""
        if event["type"] in ("resolved", "cancelled") and self.is_before(event):
            self.owed = None
        elif self.is_active and not self.is_before(event):
            if self.owed is not None:
                self.updates.append((self.owed, event["at"]))
            self.owed = seconds(event.get("nextUpdateDue"))

    def is_before(self, event):
        """Whether it comes before the declaration."""
        return (event["at"], event["id"]) < self.declaration

    # Impact: [from, to, percent], of which only the last may last.

    def begin_impact(self, moment):
        if not self.impacted or self.impacted[-1][1] is not None:
            self.impacted.append([moment, None, None])

    def end_impact(self, moment):
        if self.impacted and self.impacted[-1][1] is None:
            if self.impacted[-1][0] <= moment:
                self.impacted[-1][1] = moment
            else:
                self.impacted.pop()

    def correct_start(self, moment):
        """The first stretch begins then; what was over by then is dropped, with all that followed on it at once."""
        while self.impacted:
            end = self.impacted[0][1]
            if end is None or end >= moment:
                self.impacted[0][0] = moment
                return
            self.impacted.pop(0)
            if not self.impacted or self.impacted[0][0] != end:
                return

    def estimate(self, percent, moment):
        if not self.impacted:
            return
        last = self.impacted[-1]
        if last[1] is None:
            if last[2] is not None and last[2] != percent and last[0] < moment:
                last[1] = moment
                self.impacted.append([moment, None, percent])
            else:
                last[2] = percent
        else:
            for stretch in [each for each in self.impacted if each[2] is None] or [last]:
                stretch[2] = percent

    def end_response(self, moment):
        last = self.responded[-1]
        if last[2] is None:
            last[2] = max(last[1], moment)

    # What is counted over the whole timeline.

    def duties_held(self):
        """Who had which part and when: [name, role, from, to], where None lasts as long as the response."""
        duties, is_acknowledged = [], False
        for event in self.events:
            kind, role = event["type"], event.get("role")
            held = [duty for duty in duties if duty[1] == role and duty[3] is None]
            if kind == "acknowledged" and not is_acknowledged:
                is_acknowledged = True
                duties.append([event["by"], None, event["at"], None])
            elif kind == "assigned":
                for duty in held:
                    if role in HELD_BY_ONE and duty[0] != event["name"]:
                        duty[3] = max(duty[2], event["at"])
                if all(duty[0] != event["name"] for duty in held):
                    duties.append([event["name"], role, event["at"], None])
            elif kind == "released":
                for duty in held:
                    if duty[0] == event["name"]:
                        duty[3] = max(duty[2], event["at"])
        return [duty for duty in duties if duty[2] != duty[3]]
