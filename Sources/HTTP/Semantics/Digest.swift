/// A 128-bit digest of bytes: MurmurHash3 x64 (Appleby, public domain). Fast and well spread, and no defence against somebody
/// who looks for two equal ones: bodies are our own, and the cache compares the bytes as well.
struct Digest: Equatable {
  let high: UInt64
  let low: UInt64

  private static let first: UInt64 = 0x87C3_7B91_1142_53D5
  private static let second: UInt64 = 0x4CF5_AD43_2745_937F

  /// The digest of `bytes`, another one for each seed.
  init(_ bytes: Span<UInt8>, seed: UInt64 = 0) {
    var one = seed
    var two = seed
    var index = 0
    while bytes.count - index >= 16 {
      one ^= Self.mixFirst(Self.word(bytes, at: index, count: 8))
      one = (Self.rotate(one, 27) &+ two) &* 5 &+ 0x52DC_E729
      two ^= Self.mixSecond(Self.word(bytes, at: index + 8, count: 8))
      two = (Self.rotate(two, 31) &+ one) &* 5 &+ 0x3849_5AB5
      index += 16
    }
    let left = bytes.count - index
    if left > 8 { two ^= Self.mixSecond(Self.word(bytes, at: index + 8, count: left - 8)) }
    if left > 0 { one ^= Self.mixFirst(Self.word(bytes, at: index, count: min(left, 8))) }
    one ^= UInt64(truncatingIfNeeded: bytes.count)
    two ^= UInt64(truncatingIfNeeded: bytes.count)
    one &+= two
    two &+= one
    one = Self.finish(one)
    two = Self.finish(two)
    one &+= two
    two &+= one
    (high, low) = (one, two)
  }

  /// 32 hexadecimal digits.
  var hexadecimal: String {
    [high, low].map { number in
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Up to eight bytes as a little-endian number.
  private static func word(_ bytes: Span<UInt8>, at index: Int, count: Int) -> UInt64 {
    if count == 8 { return bytes.word(at: index) }
    var word: UInt64 = 0
    for offset in 0..<count { word |= UInt64(bytes[index + offset]) << UInt64(offset * 8) }
    return word
  }

  private static func mixFirst(_ word: UInt64) -> UInt64 { rotate(word &* first, 31) &* second }
  private static func mixSecond(_ word: UInt64) -> UInt64 { rotate(word &* second, 33) &* first }
  private static func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 { word << count | word >> (64 - count) }

  private static func finish(_ word: UInt64) -> UInt64 {
    var word = (word ^ word >> 33) &* 0xFF51_AFD7_ED55_8CCD
    word = (word ^ word >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return word ^ word >> 33
  }
}
