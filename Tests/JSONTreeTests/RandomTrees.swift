import JSONTree

/// SplitMix64: the same seed gives the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension JSON {
  /// A tree of at most `depth` levels below this one.
  static func random(depth: Int, using generator: inout SeededGenerator) -> JSON {
    switch Int.random(in: 0..<(depth == 0 ? 5 : 9), using: &generator) {
    case 0: return .null
    case 1: return .bool(.random(using: &generator))
    case 2: return .number(.random(using: &generator))
    case 3, 4: return .string(randomText(using: &generator))
    case 5, 6:
      let count = Int.random(in: 0...6, using: &generator)
      return .array((0..<count).map { _ in random(depth: depth - 1, using: &generator) })
    default:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0...(depth < 3 ? 6 : 24), using: &generator) {
        object[randomText(using: &generator)] = random(depth: depth - 1, using: &generator)
      }
      return .object(object)
    }
  }

  private static func randomText(using generator: inout SeededGenerator) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x00...0x1F, 0x20...0x7F, 0x61...0x7A, 0x61...0x7A, 0x61...0x7A, 0x22...0x22, 0x5C...0x5C, 0x80...0x7FF,
      0x800...0xD7FF,
      0xE000...0xFFFF, 0x10000...0x10FFFF, 0x300...0x303,
    ]
    let palette = (0..<3).map { _ in ranges[Int.random(in: 0..<ranges.count, using: &generator)] }
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...24, using: &generator) {
      let range = palette[Int.random(in: 0..<3, using: &generator)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { text.append(scalar) }
    }
    return String(text)
  }
}

extension JSONNumber {
  fileprivate static func random(using generator: inout SeededGenerator) -> JSONNumber {
    let digits = { (generator: inout SeededGenerator) in
      String(
        (0..<Int.random(in: 1...20, using: &generator)).map { _ in "0123456789".randomElement(using: &generator) ?? "0"
        })
    }
    var text = Bool.random(using: &generator) ? "-" : ""
    text += Bool.random(using: &generator) ? "0" : "7" + digits(&generator)
    if Bool.random(using: &generator) { text += "." + digits(&generator) }
    if Bool.random(using: &generator) {
      text += (["e", "E", "e+", "E-"].randomElement(using: &generator) ?? "e") + digits(&generator)
    }
    return JSONNumber(text) ?? JSONNumber(0)
  }
}
