public import IncidentCore
import JSONTree

/// One file as the checks see it.
public struct CheckedRecord: Sendable {
  /// How findings name the file.
  public let path: String
  /// The name that is held against the id inside, `.json` included; nil for a file that may be called anything.
  public let name: String?
  /// What the file holds.
  public let bytes: [UInt8]
  /// Whether the postmortem's file is there; nil where nobody looked.
  public let hasPostmortem: Bool?
  /// What the bytes hold as JSON; nil where they are none.
  let json: JSON?
  /// The record, or why it is none.
  public let incident: Result<Incident, RecordFault>

  /// Reads the bytes once, for every check.
  public init(path: String, name: String?, bytes: [UInt8], hasPostmortem: Bool? = nil) {
    self.path = path
    self.name = name
    self.bytes = bytes
    self.hasPostmortem = hasPostmortem
    do throws(JSONError) {
      let json = try JSON.parse(bytes)
      self.json = json
      do throws(RecordFault) {
        incident = .success(try RecordCodec.decode(json, in: bytes))
      } catch {
        incident = .failure(error)
      }
    } catch {
      json = nil
      incident = .failure(RecordFault(error, in: bytes))
    }
  }

  /// The record, where it can be read.
  var readable: Incident? {
    if case .success(let incident) = incident { incident } else { nil }
  }

  /// The events as they stand in the file.
  var timeline: [JSON] { json?["timeline"]?.array ?? [] }

  /// The events of a known type that cannot be read, by their places in the file.
  var unreadableEvents: [(index: Int, type: String, event: JSONObject, problem: EventProblem)] {
    // Reading every event again is for those records alone that need it.
    if let readable, readable.events.allSatisfy({ $0.body.problem == nil }) { return [] }
    return timeline.enumerated().compactMap { index, entry in
      guard let object = entry.object, let event = try? Event(json: object), let problem = event.body.problem else {
        return nil
      }
      return (index, event.body.type, object, problem)
    }
  }

  /// The path to a member of an event, or to the event where it has no such member.
  func path(ofEvent index: Int, _ key: String) -> [JSONPathComponent] {
    let place: [JSONPathComponent] = [.key("timeline"), .index(index)]
    return timeline.indices.contains(index) && timeline[index][key] != nil ? place + [.key(key)] : place
  }

  /// A finding in this file.
  /// - Parameters:
  ///   - place: keys and indices from the top; nil for the file as a whole.
  ///   - showsText: Whether it comes with the text there.
  func finding(
    _ check: CheckName, at place: [JSONPathComponent]?, _ message: String, remedy: String,
    mending: Finding.Mending? = nil, showsText: Bool = true
  ) -> Finding {
    let position = place.flatMap { JSON.position(of: $0, in: bytes) }
    let excerpt = position.map { showsText ? RecordFault.excerpt(around: $0, in: bytes) : "" } ?? ""
    return Finding(check, in: path, at: position, message, remedy: remedy, excerpt: excerpt, mending: mending)
  }
}

extension EventBody {
  /// Why an event of a known type could not be read.
  fileprivate var problem: EventProblem? {
    if case .unreadable(let event) = self { event.problem } else { nil }
  }
}
