"""Whether the one record of a store has what the alerts of Tests/Alertmanager/run come to.

    check.py STORE FIRED OVER

FIRED is when the first alert was active by Prometheus' own account, OVER is after when the rule held no more, both in
seconds since 1970.
"""
import datetime
import glob
import json
import sys

store, fired, over = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
names = glob.glob(store + "/INC-*.json")
assert len(names) == 1, names
record = json.load(open(names[0]))


def seconds(text):
    return int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


def expect(is_so, what):
    if not is_so:
        sys.exit(f"{what}: {json.dumps(record, indent=1)}")


moments = {name: seconds(text) for name, text in record["milestones"].items()}
alerts = [event for event in record["timeline"] if event["type"] == "alerted"]
expect(record["title"] == "The checkout queue is full", "title")
expect(record["severity"] == "SEV1" and record["services"] == ["checkout"], "severity and service")
expect(set(moments) == {"started", "declared", "resolved"}, "milestones")
expect(abs(moments["started"] - fired) <= 1, "started when Prometheus says")
expect(moments["started"] <= moments["declared"] <= fired + 15, "declared when the alert came")
expect(over - 1 <= moments["resolved"] <= over + 15, "resolved when the rule held no more")
expect(record["timeline"][0]["type"] == "declared" and record["timeline"][-1]["type"] == "resolved", "order")
expect({event["by"] for event in record["timeline"]} == {"alertmanager"}, "who says so")
expect([event["state"] for event in alerts][-1] == "resolved", "the last alert")
expect(len(alerts) <= 5, "what repeats is not recorded")
expect(len({event["key"] for event in alerts}) == 1, "one key")
expect(alerts[0]["links"].get("runbook") == "https://wiki.example.org/queue-full", "runbook")
expect(all(event["payload"].startswith("sha256:") for event in alerts), "the payloads' digests")
