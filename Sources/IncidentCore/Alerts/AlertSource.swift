/// A system that sends alerts, told by what its messages look like.
public enum AlertSource: String, CaseIterable, Hashable, Sendable {
  /// Prometheus Alertmanager: <https://prometheus.io/docs/alerting/latest/configuration/#webhook_config>.
  case alertmanager
  /// Grafana, unified and legacy alerting:
  /// <https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/>.
  case grafana
  /// PagerDuty, webhooks of every version and incidents of its REST interface:
  /// <https://developer.pagerduty.com/docs/webhooks-overview>.
  case pagerduty
  /// Opsgenie: <https://support.atlassian.com/opsgenie/docs/opsgenie-edge-connector-alert-action-data/>.
  case opsgenie
  /// Datadog: <https://docs.datadoghq.com/integrations/webhooks/>.
  case datadog
  /// Amazon CloudWatch, through SNS:
  /// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-payload.html>.
  case cloudwatch
  /// Anything else, in the small shape that the README describes.
  case generic

  /// As the system calls itself.
  public var title: String {
    switch self {
    case .alertmanager: "Alertmanager"
    case .grafana: "Grafana"
    case .pagerduty: "PagerDuty"
    case .opsgenie: "Opsgenie"
    case .datadog: "Datadog"
    case .cloudwatch: "CloudWatch"
    case .generic: "a generic alert"
    }
  }
}
