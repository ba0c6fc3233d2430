/// How much of a payload goes into a notice: a record is read by people, and by Git.
enum AlertBounds {
  /// Characters of a title, in one line.
  static let title = 300
  /// Characters of a summary or a note.
  static let summary = 4_000
  /// Characters of a label's name.
  static let labelName = 100
  /// Characters of a label's value.
  static let labelValue = 500
  /// Labels of one notice; those of ``AlertLabels/first`` before others.
  static let labels = 64
  /// Characters of an address. A longer one is left out: what is cut leads nowhere.
  static let link = 2_000
  /// Links of one notice.
  static let links = 16
  /// UTF-8 bytes of a key or a fingerprint. A longer one is replaced by its digest.
  static let key = 500
  /// Characters of the name of a rule, a service or a person, of a severity, and of what else happened.
  static let word = 200
  /// People of one assignment.
  static let people = 50
  /// Keys that a refusal names.
  static let namedKeys = 12
  /// Messages inside one another: an SNS notification in the body of another.
  static let envelopes = 4
  /// Unicode scalars of one character on average, beyond which a text is cut although it has few characters.
  static let scalarsPerCharacter = 16
}
