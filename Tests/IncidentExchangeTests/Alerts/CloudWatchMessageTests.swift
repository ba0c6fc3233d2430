import IncidentCore
import IncidentExchange
import Testing

@Suite struct CloudWatchMessageTests {
  @Test("an alarm goes off")
  func alarm() throws {
    let notice = try notice(AlertSamples.cloudWatch("ALARM"))
    #expect(notice.source == .cloudwatch)
    #expect(notice.change == .fired)
    #expect(notice.key == "cloudwatch:arn:aws:cloudwatch:us-east-1:123456789012:alarm:ServerCpuTooHigh")
    #expect(notice.title == "ServerCpuTooHigh")
    #expect(notice.name == "ServerCpuTooHigh")
    #expect(notice.summary == "CPU above 90 %\n\nThreshold crossed")
    #expect(
      notice.labelText
        == "InstanceId=i-0abc account=123456789012 metric=CPUUtilization namespace=AWS/EC2 region=us-east-1")
    #expect(notice.at?.description == "2026-11-20T22:41:42Z")
    #expect(notice.started == notice.at)
  }

  @Test(
    "states of an alarm",
    arguments: [
      ("ALARM", AlertChange.fired), ("OK", .resolved), ("INSUFFICIENT_DATA", .other("insufficient data")),
      ("NEW_STATE", .other("new state")),
    ])
  func states(state: String, change: AlertChange) throws {
    #expect(try notice(AlertSamples.cloudWatch(state)).change == change)
    #expect(try notice(AlertSamples.sns(AlertSamples.cloudWatch(state))).change == change)
  }

  @Test("an event of EventBridge finds the alarm that SNS told of")
  func event() throws {
    let notice = try notice(AlertSamples.cloudWatchEvent)
    #expect(notice.change == .resolved)
    #expect(notice.key == (try self.notice(AlertSamples.cloudWatch("ALARM")).key))
    #expect(notice.ended?.description == "2026-11-20T23:02:10Z")
    #expect(
      notice.labelText
        == "InstanceId=i-0abc account=123456789012 metric=CPUUtilization namespace=AWS/EC2 region=us-east-1")
  }

  @Test("an alarm without an address is told apart by account, region and name; one made of others has no metric")
  func plain() throws {
    let notice = try notice(
      #"{"AlarmName": "All", "NewStateValue": "ALARM", "AWSAccountId": 1, "Region": "R", "AlarmRule": "x", "Trigger": null}"#
    )
    #expect(notice.key == "cloudwatch:1/R/All")
    #expect(notice.labelText == "account=1 region=R")
  }

  @Test("an alarm of a formula has the dimensions of its first metric")
  func formula() throws {
    let notice = try notice(
      #"""
      {"AlarmName": "Rate", "NewStateValue": "ALARM", "Trigger": {"Metrics": [{"Expression": "m1/m2", "Id": "e1"},
        {"Id": "m1", "MetricStat": {"Metric": {"MetricName": "5xx", "Namespace": "AWS/ELB",
          "Dimensions": [{"name": "LoadBalancer", "value": "web"}]}}}]}}
      """#)
    #expect(notice.labelText == "LoadBalancer=web metric=5xx namespace=AWS/ELB")
  }

  @Test("SNS carries other messages too, and lends its time to those without one")
  func carried() throws {
    let notice = try notice(AlertSamples.sns(AlertSamples.alertmanager))
    #expect(notice.source == .alertmanager)
    #expect(notice.at?.description == "2026-11-20T22:41:43Z")
    let twice = try AlertPayload.read(Array(AlertSamples.sns(AlertSamples.sns(AlertSamples.generic)).utf8))
    #expect(twice.source == .generic)
    let records = #"{"Records": [{"Sns": \#(AlertSamples.sns(AlertSamples.cloudWatch("OK")))}]}"#
    #expect(try self.notice(records).change == .resolved)
  }

  @Test(
    "what is no alarm is refused with what to do",
    arguments: [
      (
        #"{"Type": "SubscriptionConfirmation", "TopicArn": "arn", "SubscribeURL": "https://sns.example.org/?T=1"}"#,
        "open its SubscribeURL to confirm it: https://sns.example.org/?T=1"
      ),
      (#"{"Type": "UnsubscribeConfirmation", "TopicArn": "arn"}"#, "a subscription has ended"),
      (#"{"Type": "Notification", "TopicArn": "arn", "Message": "Hello"}"#, "whose Message is not JSON"),
      (#"{"Type": "Notification", "TopicArn": "arn", "Message": null}"#, "without a Message"),
      (#"{"Type": "Notification", "TopicArn": "arn", "Message": "{\"a\": 1}"}"#, "an object with the key a"),
      (
        #"{"detail-type": "EC2 Instance \u001b[31m", "source": "aws.ec2", "detail": {}}"#, #"found "EC2 Instance [31m""#
      ),
    ])
  func refused(text: String, reason: String) throws {
    let message = try problem(Array(text.utf8)).message
    #expect(message.contains(reason), "\(message)")
  }

  @Test("messages inside one another have an end")
  func envelopes() throws {
    var text = AlertSamples.generic
    for _ in 0..<6 { text = AlertSamples.sns(text) }
    #expect(try problem(Array(text.utf8)).message.contains("inside one another"))
  }

  private func notice(_ text: String) throws -> AlertNotice {
    try IncidentExchangeTests.notice(text)
  }
}
