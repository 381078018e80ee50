/// SHA-256 (FIPS 180-4): names the bytes of sources and the identity of items.
///
/// A word is one of one message, or four of four messages side by side: the processor works on all four at once, and
/// four messages take half the time that one after the other would.
enum SHA256 {
  /// The eight numbers a digest is made of, the first one the most significant.
  typealias Digest = SIMD8<UInt32>
  /// Words of four messages.
  private typealias Lanes = SIMD4<UInt32>
  /// The sixteen words that 64 bytes are.
  private typealias Block<Word> = InlineArray<16, Word>
  private typealias State<Word> = InlineArray<8, Word>

  private static let start: Digest = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// The digest of some bytes. O(*n*).
  static func digest(of bytes: [UInt8]) -> Digest {
    var state = State<UInt32> { start[$0] }
    for index in 0..<blockCount(of: bytes) { compress(block(index, of: bytes.span), &state) }
    return Digest(state.indices.map { state[$0] })
  }

  /// The digests of messages, in their order. O(*n*); messages of about the same length should stand together.
  static func digests(of messages: [[UInt8]]) -> [Digest] {
    stride(from: 0, to: messages.count, by: 4).flatMap { first in
      digests(side: messages[first..<min(messages.count, first + 4)])
    }
  }

  private static func digests(side messages: ArraySlice<[UInt8]>) -> [Digest] {
    if messages.count == 1 { return messages.map(digest) }
    var state = State<Lanes> { Lanes(repeating: start[$0]) }
    let counts = messages.map(blockCount)
    for index in 0..<(counts.max() ?? 0) {
      var block = Block<Lanes>(repeating: Lanes())
      // All ones where the message goes on. One that has ended keeps its state.
      var goesOn = Lanes()
      for (lane, message) in messages.enumerated() where index < counts[lane] {
        let words = Self.block(index, of: message.span)
        for word in words.indices { block[word][lane] = words[word] }
        goesOn[lane] = .max
      }
      var next = state
      compress(block, &next)
      for word in state.indices { state[word] = next[word] & goesOn | state[word] & ~goesOn }
    }
    return counts.indices.map { lane in Digest(state.indices.map { state[$0][lane] }) }
  }

  /// A digest as people write it, 64 lower-case digits.
  static func hexadecimal(_ digest: Digest) -> String {
    String { for word in digest.indices { $0.append(hexadecimal: digest[word]) } }
  }

  /// How many blocks a message makes with what ends it: a one bit and the number of its bits (§5.1.1).
  private static func blockCount(of message: [UInt8]) -> Int { (message.count + 8) / 64 + 1 }

  /// The block of an index.
  private static func block(_ index: Int, of message: Span<UInt8>) -> Block<UInt32> {
    let first = index * 64
    if first + 64 <= message.count {
      let source = unsafe message.bytes
      return Block { word in
        unsafe UInt32(bigEndian: source.unsafeLoadUnaligned(fromByteOffset: first + word * 4, as: UInt32.self))
      }
    }
    let bitCount = UInt64(message.count) &* 8
    let isLast = first + 56 > message.count
    return Block { word in
      if isLast, word >= 14 { return UInt32(truncatingIfNeeded: word == 14 ? bitCount >> 32 : bitCount) }
      return (first + word * 4..<first + word * 4 + 4).reduce(0) { word, place in
        word << 8 | (place < message.count ? UInt32(message[place]) : place == message.count ? 0x80 : 0)
      }
    }
  }

  /// One block (§6.2.2).
  @inline(__always)
  private static func compress<Word: DigestWord>(_ block: Block<Word>, _ state: inout State<Word>) {
    var words = block
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for turn in stride(from: 0, to: 64, by: 16) {
      round(a, b, c, &d, e, f, g, &h, next(&words, 0, turn))
      round(h, a, b, &c, d, e, f, &g, next(&words, 1, turn))
      round(g, h, a, &b, c, d, e, &f, next(&words, 2, turn))
      round(f, g, h, &a, b, c, d, &e, next(&words, 3, turn))
      round(e, f, g, &h, a, b, c, &d, next(&words, 4, turn))
      round(d, e, f, &g, h, a, b, &c, next(&words, 5, turn))
      round(c, d, e, &f, g, h, a, &b, next(&words, 6, turn))
      round(b, c, d, &e, f, g, h, &a, next(&words, 7, turn))
      round(a, b, c, &d, e, f, g, &h, next(&words, 8, turn))
      round(h, a, b, &c, d, e, f, &g, next(&words, 9, turn))
      round(g, h, a, &b, c, d, e, &f, next(&words, 10, turn))
      round(f, g, h, &a, b, c, d, &e, next(&words, 11, turn))
      round(e, f, g, &h, a, b, c, &d, next(&words, 12, turn))
      round(d, e, f, &g, h, a, b, &c, next(&words, 13, turn))
      round(c, d, e, &f, g, h, a, &b, next(&words, 14, turn))
      round(b, c, d, &e, f, g, h, &a, next(&words, 15, turn))
    }
    let sums: State<Word> = [a, b, c, d, e, f, g, h]
    for word in sums.indices { state[word] = state[word] &+ sums[word] }
  }

  /// A word with its constant; it gives its place to the one of 16 rounds on.
  @inline(__always)
  private static func next<Word: DigestWord>(_ words: inout Block<Word>, _ index: Int, _ turn: Int) -> Word {
    let (word, early, late) = (words[index], words[(index &+ 1) & 15], words[(index &+ 14) & 15])
    let small = rotated(early, 7) ^ rotated(early, 18) ^ early &>> Word(repeating: 3)
    let large = rotated(late, 17) ^ rotated(late, 19) ^ late &>> Word(repeating: 10)
    words[index] = word &+ small &+ words[(index &+ 9) & 15] &+ large
    return word &+ Word(repeating: constants[turn &+ index])
  }

  /// One round. The eight words keep their places and change their names instead: eight rounds bring the names back.
  @inline(__always)
  private static func round<Word: DigestWord>(
    _ a: Word, _ b: Word, _ c: Word, _ d: inout Word, _ e: Word, _ f: Word, _ g: Word, _ h: inout Word, _ word: Word
  ) {
    h = h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ (g ^ (e & (f ^ g))) &+ word
    d = d &+ h
    h = h &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ ((a & b) | (c & (a | b)))
  }

  /// The halves are added, not united: the compiler would take the other for a rotation, which it does lane by lane.
  @inline(__always)
  private static func rotated<Word: DigestWord>(_ word: Word, _ count: UInt32) -> Word {
    word &>> Word(repeating: count) &+ word &<< Word(repeating: 32 &- count)
  }

  private static let constants: InlineArray<64, UInt32> = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  ]
}

/// What a digest is worked out in: a number of 32 bits, or several.
private protocol DigestWord {
  init(repeating value: UInt32)
  static func &+ (left: Self, right: Self) -> Self
  static func ^ (left: Self, right: Self) -> Self
  static func & (left: Self, right: Self) -> Self
  static func | (left: Self, right: Self) -> Self
  static func &>> (left: Self, right: Self) -> Self
  static func &<< (left: Self, right: Self) -> Self
}

extension SIMD4<UInt32>: DigestWord {}

extension UInt32: DigestWord {
  fileprivate init(repeating value: UInt32) { self = value }
}
