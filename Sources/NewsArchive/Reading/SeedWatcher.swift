/// Notices that a folder has changed by looking at it again: that works on ConfigMaps and network drives too.
///
/// A file counts as it is once two looks in a row found the same size and time: one that is being written is left out,
/// or stays as it was served, until it has come to rest. The others do not wait for it.
public struct SeedWatcher: Sendable {
  private let folder: String
  /// What the archive that is served was made of.
  private var served: [String: SeedFile.Stamp]
  /// What the last look found.
  private var seen: [String: SeedFile.Stamp]
  private var failure: SeedDirectoryError?

  /// A watcher of the folder an archive was loaded from.
  public init(folder: String, serving archive: Archive) {
    self.folder = folder
    served = SeedWatcher.stamps(of: archive)
    seen = served
  }

  /// Tells what is served now, after a reload that the watcher did not ask for.
  public mutating func served(_ archive: Archive) { served = SeedWatcher.stamps(of: archive) }

  /// Looks once. O(*n*) in the files.
  ///
  /// - Returns: what to load now; nil if nothing has changed or all that has changed is still changing. A folder that is
  ///   back after a failure is to be loaded as it is.
  /// - Throws: `SeedDirectoryError` if the folder cannot be served any more; once, until it can or fails otherwise.
  public mutating func look() throws(SeedDirectoryError) -> SeedDirectory? {
    do throws(SeedDirectoryError) {
      var directory = try SeedDirectory(at: folder)
      let isBack = failure != nil
      failure = nil
      let found = Dictionary(directory.entries.lazy.map { ($0.name, $0.stamp) }) { first, _ in first }
      directory.entries = directory.entries.compactMap { entry in
        if seen[entry.name] == entry.stamp { return entry }
        return served[entry.name].map { SeedDirectory.Entry(name: entry.name, path: entry.path, stamp: $0) }
      }
      seen = found
      let settled = Dictionary(directory.entries.lazy.map { ($0.name, $0.stamp) }) { first, _ in first }
      guard isBack || settled != served, !settled.isEmpty else { return nil }
      served = settled
      return directory
    } catch {
      guard error != failure else { return nil }
      failure = error
      throw error
    }
  }

  private static func stamps(of archive: Archive) -> [String: SeedFile.Stamp] {
    Dictionary(archive.sources.lazy.compactMap { source in source.stamp.map { (source.name, $0) } }) { first, _ in first
    }
  }
}
