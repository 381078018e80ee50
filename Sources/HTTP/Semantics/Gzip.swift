import CZlib

/// The gzip content coding (RFC 1952): the same bytes for the same content, no time and no name in them.
enum Gzip {
  /// Smaller content fits a packet or two anyway.
  static let smallest = 860
  /// Larger content would keep a loop's other connections waiting, for 2 ms with this much of it, and again with each
  /// request, since the cache has no room for more.
  static let largest = 131_072

  /// The content compressed; nil where that saves less than a tenth.
  static func compress(_ content: SharedBytes) -> [UInt8]? {
    guard content.count >= smallest, content.count <= largest else { return nil }
    var stream = unsafe z_stream()
    // 15 bits of window, and 16 for gzip's own header and trailer in zlib's place.
    guard
      unsafe deflateInit2_(
        &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { return nil }
    defer { _ = unsafe deflateEnd(&stream) }
    let capacity = content.count - content.count / 10
    var source = Array(content.storage[content.range])
    let compressed = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      let result = unsafe source.withUnsafeMutableBufferPointer { input in
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(clamping: input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(clamping: capacity)
        return unsafe deflate(&stream, Z_FINISH)
      }
      unsafe count = result == Z_STREAM_END ? capacity - Int(stream.avail_out) : 0
    }
    return compressed.isEmpty ? nil : compressed
  }
}
