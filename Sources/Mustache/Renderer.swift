/// Runs a template's instructions. What calls itself in the language is a stack here, so that depth is a number, never a crash.
struct Renderer {
  private let partials: PartialSource
  private let escape: Escape
  private let limits: Limits
  private var found: [String: Template?] = [:]

  private var context: ContextStack
  private var frames: [Frame] = []
  private var frame: Frame
  /// The instruction under way in the frame.
  private var current = 0
  private var arguments: [Arguments] = []
  private var iterations: [Iteration] = []

  /// How many more instructions may be executed.
  private var remainingSteps: Int
  private var output: Output
  private var escaped = ""
  /// Whether the template's current line has been begun, and indented.
  private var isWithinLine = false

  init(_ template: Template, context: MustacheValue, partials: PartialSource, escape: Escape, limits: Limits) {
    self.partials = partials
    self.escape = escape
    self.limits = limits
    self.context = ContextStack(context)
    remainingSteps = limits.steps
    output = Output(limit: limits.output)
    frame = Frame(
      template: template, next: 0, end: template.instructions.count, indentation: "", margin: 0, arguments: nil,
      depth: 0, argumentCount: 0)
  }

  mutating func run(into sink: inout some TextOutputStream) throws(TemplateError) {
    while true {
      while frame.next < frame.end {
        current = frame.next
        frame.next += 1
        guard remainingSteps > 0 else { throw fault(.tooManySteps(limit: limits.steps)) }
        remainingSteps -= 1
        try execute(frame.template.instructions[current], into: &sink)
      }
      arguments.removeLast(arguments.count - frame.argumentCount)
      guard let caller = frames.popLast() else { return }
      frame = caller
    }
  }

  private mutating func execute(
    _ instruction: Instruction, into sink: inout some TextOutputStream
  ) throws(TemplateError) {
    switch instruction {
    case .beginLine(let leading):
      try beginLine(into: &sink)
      try write(frame.remainder(of: leading), into: &sink)
    case .removedLine:
      break
    case .text(let text, let endsLine):
      try write(text, into: &sink)
      isWithinLine = !endsLine
    case .variable(let name, let isEscaped):
      try interpolate(name, isEscaped: isEscaped, into: &sink)
    case .section(let name, let end):
      enterSection(context.value(of: name), end: end)
    case .endSection:
      repeatSection()
    case .inverted(let name, let end):
      if context.value(of: name).isTruthy { frame.next = end }
    case .partial(let name, let indentation):
      if let template = try template(named: name) {
        try enter(template, indentation: indentation, arguments: frame.arguments, argumentCount: arguments.count)
      }
    case .parent(let parent):
      try enter(parent)
    case .block(let block):
      try enter(block, into: &sink)
    }
  }

  // MARK: Text

  private mutating func write(_ text: String, into sink: inout some TextOutputStream) throws(TemplateError) {
    guard output.write(text, to: &sink) else { throw fault(.outputTooLarge(limit: limits.output)) }
  }

  private mutating func beginLine(into sink: inout some TextOutputStream) throws(TemplateError) {
    guard !isWithinLine else { return }
    isWithinLine = true
    try write(frame.indentation, into: &sink)
  }

  private mutating func interpolate(
    _ name: Name, isEscaped: Bool, into sink: inout some TextOutputStream
  ) throws(TemplateError) {
    guard let text = context.value(of: name).text else { return }
    guard isEscaped else { return try write(text, into: &sink) }
    escaped.removeAll(keepingCapacity: true)
    escape.append(text, output.line, &escaped)
    try write(escaped, into: &sink)
  }

  // MARK: Sections

  private mutating func enterSection(_ value: MustacheValue, end: Int) {
    guard value.isTruthy else {
      frame.next = end
      return
    }
    let items = if case .list(let items) = value { items } else { [value] }
    context.push(items[0])
    iterations.append(Iteration(items: items, next: 1, start: frame.next))
  }

  private mutating func repeatSection() {
    context.pop()
    guard let last = iterations.indices.last, iterations[last].next < iterations[last].items.count else {
      iterations.removeLast()
      return
    }
    context.push(iterations[last].items[iterations[last].next])
    iterations[last].next += 1
    frame.next = iterations[last].start
  }

  // MARK: Partials, parents and blocks

  /// The partial of a name; nil where it is to render as nothing.
  private mutating func template(named name: PartialName) throws(TemplateError) -> Template? {
    let key: String
    switch name {
    case .fixed(let name):
      key = name
    case .dynamic(let name):
      guard case .string(let text) = context.value(of: name) else { return nil }
      key = text
    }
    if let known = found[key] { return known }
    let template = try partials.find(key)
    if template == nil, partials.isStrict { throw fault(.partialNotFound(name: key)) }
    found[key] = .some(template)
    return template
  }

  /// Renders a template in place of the tag. Lines of one that stands within a line are not indented.
  private mutating func enter(
    _ template: Template, indentation: String?, arguments: Int?, argumentCount: Int
  ) throws(TemplateError) {
    guard frame.depth < limits.depth else {
      throw fault(.recursionTooDeep(name: template.name, limit: limits.depth))
    }
    let indentation = indentation.map { frame.indentation + frame.remainder(of: $0) } ?? ""
    frames.append(frame)
    frame = Frame(
      template: template, next: 0, end: template.instructions.count, indentation: indentation, margin: 0,
      arguments: arguments, depth: frame.depth + 1, argumentCount: argumentCount)
  }

  private mutating func enter(_ parent: Parent) throws(TemplateError) {
    frame.next = parent.end
    guard let template = try template(named: parent.name) else { return }
    let count = arguments.count
    arguments.append(
      Arguments(template: frame.template, blocks: parent.blocks, margin: frame.margin, outer: frame.arguments))
    try enter(template, indentation: parent.indentation, arguments: count, argumentCount: count)
  }

  /// Renders what replaces the block, if anything does; else runs on into its default.
  private mutating func enter(_ block: Block, into sink: inout some TextOutputStream) throws(TemplateError) {
    guard let (giver, index, replacement) = replacement(of: block.name) else { return }
    frame.next = block.end
    let indentation = frame.indentation + frame.remainder(of: block.indentation)
    frames.append(frame)
    frame = Frame(
      template: giver.template, next: index + 1, end: replacement.end, indentation: indentation,
      margin: replacement.margin ?? giver.margin, arguments: giver.outer, depth: frame.depth,
      argumentCount: arguments.count)
    current = index
    if replacement.margin == nil { try beginLine(into: &sink) }
  }

  /// The block given under a name by the outermost parent that gives one, and the index of its instruction.
  private func replacement(of name: String) -> (giver: Arguments, index: Int, block: Block)? {
    var replacement: (Arguments, Int, Block)?
    var next = frame.arguments
    while let current = next {
      let giver = arguments[current]
      if let index = giver.blocks[name], case .block(let block) = giver.template.instructions[index] {
        replacement = (giver, index, block)
      }
      next = giver.outer
    }
    return replacement
  }

  private func fault(_ kind: TemplateError.Kind) -> TemplateError {
    frame.template.source.error(kind, at: frame.template.offsets[current])
  }
}
