# The same question as heads.py, of records one after the other: jq -n -f heads.jq
def first_of($names): first($names[] as $name | .[$name] | select(. != null) | {name: $name, at: .}) // null;
def time($starts; $ends):
  first_of($starts) as $from | first_of($ends) as $to
  | select($from and $to and $from.name != $to.name)
  | ($to.at | fromdateiso8601) - ($from.at | fromdateiso8601) | select(. >= 0);
def summary: select(length > 0) | sort | length as $n | {
  n: $n, mean: (add / $n | round),
  median: ((.[($n - 1) / 2 | floor] + .[$n / 2 | floor]) / 2), p90: .[(0.9 * $n | ceil) - 1]};
[inputs | select(.kind == "incident" and .status != "cancelled") | .milestones
  | [["started", "detected", "declared"] as $began | {
    timeToDetect: time($began; ["detected", "declared"])}, {
    timeToAcknowledge: time(["detected", "declared"]; ["acknowledged"])}, {
    timeToMitigate: time($began; ["mitigated", "resolved"])}, {
    timeToResolve: time($began; ["resolved"])}] | add // {}]
| . as $all
| reduce ("timeToDetect", "timeToAcknowledge", "timeToMitigate", "timeToResolve") as $measure
  ({}; .[$measure] = ([$all[][$measure] | values] | summary))
