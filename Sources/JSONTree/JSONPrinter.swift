/// Writes values as JSON. Recursive: trees from the reader are at most 512 deep.
struct JSONPrinter {
  private(set) var output: [UInt8]
  private let escaping: JSON.Escaping

  init(output: consuming [UInt8], escaping: JSON.Escaping) {
    self.output = output
    self.escaping = escaping
  }

  mutating func appendInline(_ value: JSON) {
    switch value {
    case .null: append("null")
    case .bool(true): append("true")
    case .bool(false): append("false")
    case .number(let number): output.append(contentsOf: number.text.utf8)
    case .string(let text): appendString(text)
    case .array(let elements):
      output.append(UInt8(ascii: "["))
      var isFirst = true
      for element in elements {
        if !isFirst { append(", ") }
        isFirst = false
        appendInline(element)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let object):
      output.append(UInt8(ascii: "{"))
      var isFirst = true
      for member in object.members {
        if !isFirst { append(", ") }
        isFirst = false
        appendString(member.key)
        append(": ")
        appendInline(member.value)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  mutating func appendPretty(_ value: JSON, indentation: Int) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      output.append(UInt8(ascii: "["))
      var isFirst = true
      for element in elements {
        if !isFirst { output.append(UInt8(ascii: ",")) }
        isFirst = false
        appendLineBreak(indentation: indentation + 1)
        appendPretty(element, indentation: indentation + 1)
      }
      appendLineBreak(indentation: indentation)
      output.append(UInt8(ascii: "]"))
    case .object(let object) where !object.isEmpty:
      output.append(UInt8(ascii: "{"))
      var isFirst = true
      for member in object.members {
        if !isFirst { output.append(UInt8(ascii: ",")) }
        isFirst = false
        appendLineBreak(indentation: indentation + 1)
        appendString(member.key)
        append(": ")
        appendPretty(member.value, indentation: indentation + 1)
      }
      appendLineBreak(indentation: indentation)
      output.append(UInt8(ascii: "}"))
    case .null, .bool, .number, .string, .array, .object:
      appendInline(value)
    }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { output.append(contentsOf: $0) }
  }

  private mutating func appendLineBreak(indentation: Int) {
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation * 2))
  }

  private mutating func appendString(_ text: String) {
    output.append(UInt8(ascii: "\""))
    switch escaping {
    case .minimal:
      var text = text
      text.withUTF8 { appendEscaped($0) }
    case .terminalSafe:
      for scalar in text.unicodeScalars { appendTerminalSafe(scalar) }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Copies runs of bytes that need no escape, found eight bytes at a time.
  private mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    let end = start + bytes.count
    var run = start
    var isASCII = true
    while true {
      let special = StringScan.firstSpecial(from: run, to: end, isASCII: &isASCII)
      output.append(contentsOf: UnsafeBufferPointer(start: run, count: special - run))
      guard special < end else { return }
      appendEscape(of: special.pointee)
      run = special + 1
    }
  }

  private mutating func appendTerminalSafe(_ scalar: Unicode.Scalar) {
    if scalar == "\"" || scalar == "\\" || scalar.value < 0x20 {
      appendEscape(of: UInt8(truncatingIfNeeded: scalar.value))
    } else if scalar.isUnsafeOnTerminal {
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { appendHexEscape(unit) }
    } else {
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Appends the escape of `"`, `\` or a byte below 0x20.
  private mutating func appendEscape(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x08: append("\\b")
    case 0x0C: append("\\f")
    case UInt8(ascii: "\n"): append("\\n")
    case UInt8(ascii: "\r"): append("\\r")
    case UInt8(ascii: "\t"): append("\\t")
    default: appendHexEscape(UInt16(byte))
    }
  }

  private mutating func appendHexEscape(_ unit: UInt16) {
    append("\\u")
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift)) & 0xF
      output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
