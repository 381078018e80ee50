/// Random numbers that come again with the same seed (SplitMix64), so that what a fuzz test found can be run again.
public struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// The sequence of that seed.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A copy of `bytes` with a few of them changed, doubled, left out or replaced by one of `tokens`.
  public mutating func mutate(_ bytes: [UInt8], tokens: [[UInt8]] = []) -> [UInt8] {
    var mutant = bytes
    for _ in 0..<Int.random(in: 1...4, using: &self) {
      let place = Int.random(in: 0...mutant.count, using: &self)
      switch Int.random(in: 0..<6, using: &self) {
      case 0 where place < mutant.count: mutant[place] = UInt8.random(in: .min ... .max, using: &self)
      case 1 where place < mutant.count: mutant[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      case 2 where place < mutant.count:
        mutant.removeSubrange(place..<min(mutant.count, place + Int.random(in: 1...8, using: &self)))
      case 3:
        let end = min(mutant.count, place + Int.random(in: 1...32, using: &self))
        mutant.insert(contentsOf: mutant[place..<end], at: place)
      case 4: mutant.insert(UInt8.random(in: .min ... .max, using: &self), at: place)
      default: if let token = tokens.randomElement(using: &self) { mutant.insert(contentsOf: token, at: place) }
      }
    }
    return mutant
  }
}
