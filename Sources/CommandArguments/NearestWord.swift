/// The right word that a wrong one was most likely meant to be; nil if none is near. The first in order wins a tie.
///
/// Case is ignored. Near is, nearest first: the same word in another case; a word it is the beginning of (two letters or
/// more); a word within a few slips of the finger (one in words of up to five letters, two up to eight, three beyond);
/// a word of three letters or more that it begins with.
public func nearestWord(to word: String, among words: [String]) -> String? {
  guard word.utf8.count <= 64 else { return nil }
  let typed = Array(word.lowercased().unicodeScalars)
  guard !typed.isEmpty else { return nil }
  let limit = typed.count <= 5 ? 1 : typed.count <= 8 ? 2 : 3
  var best: (cost: Int, word: String)?
  for candidate in words {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    if let cost = cost(of: typed, for: scalars, limit: limit), cost < best?.cost ?? .max { best = (cost, candidate) }
  }
  return best?.word
}

/// How far the typed word is from the candidate; nil if the one can't have been meant by the other.
private func cost(of typed: [Unicode.Scalar], for candidate: [Unicode.Scalar], limit: Int) -> Int? {
  if typed == candidate { return 0 }
  if typed.count >= 2, candidate.starts(with: typed) { return 1 }
  if abs(candidate.count - typed.count) <= limit {
    let distance = editDistance(typed, candidate)
    if distance <= limit, distance < typed.count { return 1 + distance }
  }
  return candidate.count >= 3 && typed.starts(with: candidate) ? 2 + limit : nil
}

/// The insertions, deletions, substitutions and swaps of neighbours that turn one word into the other, no letter touched
/// twice: the [optimal string alignment](https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance) distance.
func editDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for i in one.indices {
    var row = [i + 1]
    for j in other.indices {
      let isSame = one[i] == other[j]
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (isSame ? 0 : 1))
      if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[other.count]
}
