#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system says of a path. The only place, with the functions below, where seeds touch the disk.
struct FileStatus {
  private let status: stat

  /// The path itself, links not followed; nil if it cannot be told (`errno`).
  init?(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    self.status = status
  }

  var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }
  var isRegular: Bool { status.st_mode & S_IFMT == S_IFREG }
  var isLink: Bool { status.st_mode & S_IFMT == S_IFLNK }

  var stamp: SeedFile.Stamp {
    #if canImport(Darwin)
      let modified = status.st_mtimespec
    #else
      let modified = status.st_mtim
    #endif
    return SeedFile.Stamp(
      byteCount: Int64(status.st_size), seconds: Int64(modified.tv_sec), nanoseconds: Int64(modified.tv_nsec),
      fileNumber: UInt64(status.st_ino))
  }
}

/// The path without links and dots; nil if there is none (`errno`).
func realPath(_ path: String) -> String? {
  guard let resolved = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

/// The names in a folder, `.` and `..` aside, in no order; nil if it cannot be opened (`errno`).
func folderContent(_ path: String) -> [String]? {
  guard let folder = unsafe opendir(path) else { return nil }
  defer { unsafe closedir(folder) }
  var names: [String] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
      unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

/// The content of a regular file of at most `limit` bytes, and about as many as `expected`.
func fileContent(_ path: String, expected: Int64, limit: Int) throws(ReadingError) -> [UInt8] {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw ReadingError(line: 0, expected: "a readable file", found: systemReason()) }
  defer { _ = close(descriptor) }
  var bytes: [UInt8] = []
  // One byte more than is expected tells that there are no more.
  var room = Int(clamping: expected) &+ 1
  while bytes.count <= limit {
    let wanted = max(1, min(room, limit + 1 - bytes.count))
    var failed = false
    let part = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      let result = unsafe read(descriptor, buffer.baseAddress, wanted)
      failed = result < 0
      count = max(0, result)
    }
    if failed {
      if errno == EINTR { continue }
      throw ReadingError(line: 0, expected: "a readable file", found: systemReason())
    }
    if part.isEmpty { return bytes }
    if bytes.isEmpty { bytes = part } else { bytes += part }
    room = 4096
  }
  throw ReadingError(line: 0, expected: "a file of at most \(limit >> 20) MiB", found: "a larger one")
}

/// Whether the last call failed because there is nothing at the path (`errno`).
func isMissing() -> Bool { errno == ENOENT || errno == ENOTDIR }

/// The system's words for `errno`.
func systemReason() -> String { unsafe String(cString: strerror(errno)) }
