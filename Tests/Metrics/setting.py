"""The clock, and what the team's config.json says: policy, time zone, working hours, objectives."""

import json
import re
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
POLICY = {
    "SEV1": {"respondWithin": "5m", "postmortem": "72h", "impactWeight": 100},
    "SEV2": {"respondWithin": "15m", "postmortem": "72h", "impactWeight": 50},
    "SEV3": {"respondWithin": "4h", "postmortem": "optional", "impactWeight": 10},
    "SEV4": {"respondWithin": "nextBusinessDay", "postmortem": "none", "impactWeight": 0},
}
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def span(words):
    """30m, 72h, 10d in seconds; None for any other word."""
    return sum(int(n) * UNITS[unit] for n, unit in re.findall(r"(\d+)([smhdw])", words)) if words[0].isdigit() else None


class Setting:
    def __init__(self, config, now):
        with open(config, encoding="utf-8") as file:
            said = json.load(file)
        self.now = now
        self.zone_name = said["timeZone"]
        self.zone = ZoneInfo(self.zone_name)
        self.policy = {level: {**rules, **said["policy"].get(level, {})} for level, rules in POLICY.items()}
        self.objectives = said["objectives"]
        hours = said["workingHours"]
        self.days = {WEEKDAYS.index(day) for day in hours["days"]}
        self.opens, self.closes = (self.clock(hours[key]) for key in ("from", "to"))

    @staticmethod
    def clock(time):
        hours, minutes = time.split(":")
        return timedelta(hours=int(hours), minutes=int(minutes))

    def local(self, moment):
        return datetime.fromtimestamp(moment, self.zone)

    def midnight(self, date):
        """The moment at which a day begins by the clocks of the zone."""
        return int(datetime(date.year, date.month, date.day, tzinfo=self.zone).timestamp())

    def seconds_within(self, start, end):
        """How much of a stretch lies in the working hours, day by day."""
        within, day = 0, self.local(start).date()
        while self.midnight(day) < end:
            if day.weekday() in self.days:
                first = datetime(day.year, day.month, day.day)
                begin, finish = (
                    int((first + offset).replace(tzinfo=self.zone).timestamp()) for offset in (self.opens, self.closes))
                within += max(0, min(end, finish) - max(start, begin))
            day += timedelta(days=1)
        return within

    def response_due(self, severity, known):
        """When somebody has to have begun; a next business day ends at midnight, Monday to Friday in UTC."""
        target = self.policy[severity]["respondWithin"]
        if target != "nextBusinessDay":
            return known + span(target)
        day = datetime.fromtimestamp(known, timezone.utc).replace(hour=23, minute=59, second=59) + timedelta(days=1)
        while day.weekday() > 4:
            day += timedelta(days=1)
        return int(day.timestamp())

    # Periods: what one is called, and when it begins and ends.

    def period(self, unit, moment):
        first = self.first_day(unit, self.local(moment).date())
        return {"key": self.label(unit, first), "from": self.midnight(first), "until": self.midnight(self.following(unit, first))}

    @staticmethod
    def first_day(unit, date):
        if unit == "week":
            return date - timedelta(days=date.weekday())
        return date.replace(month=date.month if unit == "month" else (date.month - 1) // 3 * 3 + 1, day=1)

    @staticmethod
    def following(unit, first):
        if unit == "week":
            return first + timedelta(days=7)
        later = first + timedelta(days=32 if unit == "month" else 95)
        return later.replace(day=1)

    @staticmethod
    def label(unit, first):
        if unit == "week":
            return "{}-W{:02}".format(*first.isocalendar()[:2])
        return f"{first.year}-{first.month:02}" if unit == "month" else f"{first.year}-Q{first.month // 3 + 1}"
