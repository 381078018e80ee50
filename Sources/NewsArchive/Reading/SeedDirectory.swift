/// Why there is nothing to serve.
public enum SeedDirectoryError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no such folder.
  case missing(String)
  /// It is something else.
  case notAFolder(String)
  /// It cannot be opened; with the system's reason.
  case unreadable(String, reason: String)
  /// It holds no source.
  case empty(String)

  /// One sentence that says what was expected.
  public var description: String {
    switch self {
    case .missing(let path): "The seeds folder \(path) does not exist; expected a folder with *.txt files."
    case .notAFolder(let path): "The seeds folder \(path) is a file; expected a folder with *.txt files."
    case .unreadable(let path, let reason): "The seeds folder \(path) cannot be read: \(reason)."
    case .empty(let path): "The seeds folder \(path) has no *.txt file; expected at least one page."
    }
  }
}

/// The sources of a seeds folder at one moment, not yet read.
///
/// A source is a regular file `*.txt` below the folder, no part of whose path begins with a dot. A link counts if its
/// target is a regular file inside the folder, so that a mounted ConfigMap's `..data` is not read twice.
public struct SeedDirectory: Sendable {
  /// A source that was found.
  struct Entry: Sendable {
    /// The path below the folder without `.txt`.
    let name: String
    let path: String
    let stamp: SeedFile.Stamp
  }

  /// By the bytes of the name.
  var entries: [Entry] = []
  /// How many other files there are.
  private(set) var ignoredCount = 0
  private let root: String

  /// Lists a folder and the folders in it.
  ///
  /// - Throws: `SeedDirectoryError` if there is no such folder or no source in it.
  public init(at path: String) throws(SeedDirectoryError) {
    guard let root = realPath(path), let status = FileStatus(root) else {
      throw isMissing() ? .missing(path) : .unreadable(path, reason: systemReason())
    }
    guard status.isFolder else { throw .notAFolder(path) }
    self.root = root
    guard list(root, below: "") else { throw .unreadable(path, reason: systemReason()) }
    guard !entries.isEmpty else { throw .empty(path) }
    entries.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Adds what is in a folder; false if it cannot be opened. A folder reached by a link is not entered.
  private mutating func list(_ folder: String, below prefix: String) -> Bool {
    guard let names = folderContent(folder) else { return false }
    for name in names {
      let path = folder + "/" + name
      // Gone since, or of a name that is no UTF-8.
      guard let status = FileStatus(path) else {
        ignoredCount += 1
        continue
      }
      let isHidden = name.hasPrefix(".")
      if status.isFolder {
        // A folder that cannot be opened is as good as a file that is none of ours.
        if !isHidden, !list(path, below: prefix + name + "/") { ignoredCount += 1 }
      } else if !isHidden, name.hasSuffix(".txt"), name.utf8.count > 4, let stamp = sourceStamp(path, status) {
        entries.append(Entry(name: prefix + name.dropLast(4), path: path, stamp: stamp))
      } else {
        ignoredCount += 1
      }
    }
    return true
  }

  /// The stamp of a regular file, or of the regular file inside the folder that a link leads to.
  private func sourceStamp(_ path: String, _ status: FileStatus) -> SeedFile.Stamp? {
    if status.isRegular { return status.stamp }
    guard status.isLink, let target = realPath(path), target.hasPrefix(root == "/" ? "/" : root + "/"),
      let status = FileStatus(target), status.isRegular
    else { return nil }
    return status.stamp
  }
}
