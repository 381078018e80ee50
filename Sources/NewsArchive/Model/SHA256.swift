/// SHA-256 (FIPS 180-4): names the bytes of sources and the identity of items.
enum SHA256 {
  /// The eight numbers a digest is made of, the first one the most significant.
  typealias Digest = SIMD8<UInt32>
  /// The sixteen numbers that 64 bytes are.
  private typealias Block = InlineArray<16, UInt32>

  /// The digest of some bytes. O(*n*).
  static func digest(of bytes: [UInt8]) -> Digest {
    var state: Digest = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    let whole = bytes.count / 64 * 64
    for start in stride(from: 0, to: whole, by: 64) { compress(block(of: bytes.span, at: start), &state) }
    // What is left, a one bit, and the number of bits (§5.1.1): one block or two.
    var end = InlineArray<128, UInt8>(repeating: 0)
    let left = bytes.count - whole
    for index in 0..<left { end[index] = bytes[whole + index] }
    end[left] = 0x80
    let length = left < 56 ? 64 : 128
    let bitCount = UInt64(bytes.count) &* 8
    for byte in 1...8 { end[length - byte] = UInt8(truncatingIfNeeded: bitCount >> UInt64(8 * (byte - 1))) }
    for start in stride(from: 0, to: length, by: 64) { compress(block(of: end.span, at: start), &state) }
    return state
  }

  /// A digest as people write it, 64 lower-case digits.
  static func hexadecimal(_ digest: Digest) -> String {
    String { for word in digest.indices { $0.append(hexadecimal: digest[word]) } }
  }

  /// The 64 bytes from an index.
  private static func block(of bytes: Span<UInt8>, at start: Int) -> Block {
    let source = unsafe bytes.bytes
    return Block { word in
      unsafe UInt32(bigEndian: source.unsafeLoadUnaligned(fromByteOffset: start + word * 4, as: UInt32.self))
    }
  }

  /// One block (§6.2.2).
  private static func compress(_ block: Block, _ state: inout Digest) {
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
    state = state &+ [a, b, c, d, e, f, g, h]
  }

  /// A word with its constant; it gives its place to the one of 16 rounds on.
  @inline(__always)
  private static func next(_ words: inout Block, _ index: Int, _ turn: Int) -> UInt32 {
    let (word, early, late) = (words[index], words[(index &+ 1) & 15], words[(index &+ 14) & 15])
    let small = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
    let large = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
    words[index] = word &+ small &+ words[(index &+ 9) & 15] &+ large
    return word &+ constants[turn &+ index]
  }

  /// One round. The eight words keep their places and change their names instead: eight rounds bring the names back.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32,
    _ word: UInt32
  ) {
    h = h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ (g ^ (e & (f ^ g))) &+ word
    d = d &+ h
    h = h &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ ((a & b) | (c & (a | b)))
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 &- count) }

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
