extension String {
  /// The candidate that this was most likely meant to be: fewest letters added, left out, changed or swapped, at most
  /// a third of them. The first of equals; nil if none is near.
  ///
  /// - Complexity: O(*n* · *m*) for each candidate; texts over 64 bytes have no suggestion.
  func nearest(of candidates: some Sequence<String>) -> String? {
    guard (1...64).contains(utf8.count) else { return nil }
    let letters = Array(lowercased().utf8)
    var best: (distance: Int, candidate: String)?
    let most = max(1, letters.count / 3)
    for candidate in candidates where candidate.utf8.count <= 64 && abs(candidate.utf8.count - letters.count) <= most {
      let distance = letters.editDistance(to: Array(candidate.lowercased().utf8))
      if distance <= most, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
  }
}

extension [UInt8] {
  /// The optimal string alignment distance: insertions, deletions, changes and swaps of neighbours cost 1.
  fileprivate func editDistance(to other: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array<Int>(0...other.count)
    for (row, byte) in enumerated() {
      var current = [row + 1]
      for (column, otherByte) in other.enumerated() {
        var cost = Swift.min(last[column + 1] + 1, current[column] + 1, last[column] + (byte == otherByte ? 0 : 1))
        if row > 0, column > 0, byte == other[column - 1], self[row - 1] == otherByte {
          cost = Swift.min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[other.count]
  }
}
