extension Unicode.Scalar {
  /// Whether a terminal could act on the character, or a reader be misled by it, rather than see it: controls,
  /// line separators, and the invisible characters that reorder or hide text (Unicode Technical Report 36,
  /// section 2; CVE-2021-42574). Joiners and variation selectors are safe: scripts and emoji need them.
  var isUnsafeOnTerminal: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true  // C0, DEL, C1
    case 0x061C, 0x200E, 0x200F: true  // directional marks
    case 0x2028, 0x2029: true  // line and paragraph separator
    case 0x202A...0x202E, 0x2066...0x2069: true  // directional embeddings, overrides and isolates
    case 0x206A...0x206F: true  // deprecated format characters
    case 0xFEFF, 0xFFF9...0xFFFB: true  // zero width no-break space, interlinear annotations
    case 0xE0000...0xE007F: true  // tags, which spell invisible text
    default: false
    }
  }
}
