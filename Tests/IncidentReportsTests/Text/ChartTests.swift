import Testing

@testable import IncidentReports

@Suite("Bars and sparklines")
struct ChartTests {
  @Test(
    "a bar is exact to an eighth",
    arguments: [
      (10.0, 10.0, 5, "█████"), (5, 10, 5, "██▌"), (1, 8, 1, "▏"), (2, 8, 1, "▎"), (3, 8, 1, "▍"), (4, 8, 1, "▌"),
      (5, 8, 1, "▋"), (6, 8, 1, "▊"), (7, 8, 1, "▉"), (8, 8, 1, "█"), (9, 8, 1, "█"), (0.001, 10, 5, "▏"),
      (1e300, 1e300, 3, "███"), (.infinity, 8, 2, "██"),
    ])
  func bar(value: Double, maximum: Double, width: Int, expected: String) {
    #expect(Bar.line(value, of: maximum, width: width).plainText == expected)
  }

  @Test(
    "nothing is drawn as nothing",
    arguments: [
      (0.0, 10.0, 5), (-1, 10, 5), (.nan, 10, 5), (5, 0, 5), (5, -1, 5), (5, .nan, 5), (5, .infinity, 5), (5, 10, 0),
      (5, 10, -3),
    ])
  func noBar(value: Double, maximum: Double, width: Int) {
    #expect(Bar.line(value, of: maximum, width: width).isEmpty)
  }

  @Test("a bar never is wider than its room, nor shorter than that of a smaller value")
  func widths() {
    for width in [1, 7, 40] {
      var previous = 0
      for value in 0...400 {
        let bar = Bar.line(Double(value), of: 300, width: width)
        #expect(bar.width <= width && bar.width >= previous, "\(value) in \(width)")
        previous = bar.width
      }
      #expect(previous == width)
    }
  }

  @Test(
    "a sparkline starts from zero",
    arguments: [
      ([1, 2, 3, 4, 5, 6, 7, 8], "▂▃▄▅▅▆▇█"), ([0, 7, 0], "▁█▁"), ([100, 99, 101], "███"),
      ([5], "█"), ([5, 5, 5], "███"), ([0, 0], "▁▁"), ([0], "▁"), ([], ""), ([nil], "·"), ([nil, 4, nil, 2], "·█·▅"),
      ([-3, 3], "▁█"), ([-3], "▁"), ([.nan, .infinity, 1], "··█"),
    ] as [([Double?], String)])
  func sparkline(values: [Double?], expected: String) {
    let line = Sparkline.line(values)
    #expect(line.plainText == expected)
    #expect(line.width == values.count)
  }

  @Test("styles are the caller's, and no meaning hangs on them")
  func styles() {
    #expect(Bar.line(1, of: 1, width: 2, .alarm).rendered(color: true) == "\u{1B}[1;31m██\u{1B}[0m")
    #expect(Sparkline.line([0, 1], .muted).rendered(color: false) == "▁█")
  }
}
